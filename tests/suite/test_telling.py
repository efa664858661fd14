"""A case that proves little is found: results all alike, mostly zeros, blind to an argument, or passed by a null submission.

Special values make such cases now and then, and then they are meant. They have to earn their place: a known mistake, or
a small change to the definition, must be rejected by just that case.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from primcheck.call import Outcome, ask_subject
from primcheck.conventions import alternatives
from primcheck.judge import judge
from primcheck.mutation.graft import Room
from primcheck.mutation.mutants import mutants
from primcheck.question import Question, questions
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.suite import Suite

SUITE = Suite()
STORE = TruthStore(SUITE)
ROOM = Room("primcheck.reference")
ALIKE = 0.8
"""A case of which this share of the results is zero proves little."""

Function = Callable[..., Any]
JUDGED = [p for p in SUITE.primitives.values() if not p.random and not p.uses]


def results(outcome: Outcome) -> list[np.ndarray]:
    """Return all results of all steps."""
    return [np.asarray(answer.values) for answers in outcome.answers for answer in answers]


def same(first: Outcome, other: Outcome) -> bool:
    """Tell whether two outcomes hold the same numbers."""
    pairs = list(zip(results(first), results(other), strict=False))
    return other.status == "answered" and all(
        a.shape == b.shape and np.array_equal(a, b, equal_nan=a.dtype.kind == "f") for a, b in pairs
    )


def weaknesses(question: Question, reference: Function) -> Iterator[str]:
    """Yield what makes a case prove little."""
    right = ask_subject(reference, question, dict(question.convention))
    values = results(right)
    size = sum(array.size for array in values)
    if size == 0:
        yield "no results at all"
        return
    if size > len(values) and all(array.size == 0 or np.all(array == array.flat[0]) for array in values):
        yield "all results alike"
    if size > 1 and sum(np.sum(array == 0) for array in values) >= ALIKE * size:
        yield "mostly zeros"
    for tensor in question.primitive.tensors:
        if same(right, ask_subject(reference, moved(question, tensor.name), dict(question.convention))):
            yield f"blind to {tensor.name}"
    for name, fill in {"zeros": np.zeros_like, "ones": np.ones_like, "the input": None}.items():
        submission = null(reference, fill, dict(question.convention))
        if judge(question, ask_subject(submission, question), STORE.truth(question)).status == "pass":
            yield f"passed by {name}"


def moved(question: Question, name: str) -> Question:
    """Return a question in which an array has other numbers."""
    rng = np.random.default_rng(1)

    def other(array: np.ndarray) -> np.ndarray:
        if array.dtype.kind == "f":
            largest = np.max(np.abs(array), initial=1, where=np.isfinite(array))
            return np.asarray(array + largest * rng.normal(size=array.shape), array.dtype)
        return ~array if array.dtype.kind == "b" else np.roll(array, 1)

    return replace(
        question, steps=tuple({**step, name: other(step[name])} if name in step else step for step in question.steps)
    )


def null(reference: Function, fill: Callable[..., Any] | None, keywords: dict[str, str]) -> Function:
    """Return a function that gives results of the right form with nothing in them, or hands back its first input."""

    def submission(*inputs: Any, **options: Any) -> Any:
        right = reference(*inputs, **options, **keywords)
        several = right if isinstance(right, tuple) else (right,)
        made = tuple(inputs[0] if fill is None else fill(np.asarray(r)) for r in several)
        return made if isinstance(right, tuple) else made[0]

    return submission


def wrong_functions(primitive: Primitive) -> Iterator[Function]:
    """Yield the known mistakes, what cannot do with nothing, then the definition with every small change."""
    reference = SUITE.reference(primitive)

    def shifted_by_its_largest(*inputs: Any, **options: Any) -> Any:
        # What NumPy says to the maximum of an empty array is an exception.
        np.max(inputs[0])
        return reference(*inputs, **options)

    yield shifted_by_its_largest
    for mistake in SUITE.mistakes(primitive):
        yield mistake.function
    home = f"{ROOM.package}.{primitive.family}.{primitive.operation}", primitive.name
    reach = ROOM.reach(*home)
    for module in sorted({module for module, _ in reach}, key=lambda module: module != home[0]):
        path = ROOM.modules[module]
        names = frozenset(name for origin, name in reach if origin == module)
        for mutant in mutants(path.read_text("utf-8"), str(path), names):
            try:
                yield ROOM.functions(module, mutant.code, {primitive.name: home})[primitive.name]
            except Exception:
                continue


def bites(question: Question, function: Function) -> bool:
    """Tell whether a case rejects a function."""
    keywords = {n: v for n, v in question.convention.items() if v != question.primitive.default_convention[n]}
    return judge(question, ask_subject(function, question, keywords), STORE.truth(question)).status != "pass"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("primitive", JUDGED, ids=lambda p: p.name)
def test_every_case_earns_its_place(primitive: Primitive) -> None:
    """What looks as if it proved little rejects something that is wrong."""
    reference = SUITE.reference(primitive)
    asked: dict[str, Question] = {}
    for choice in [primitive.default_convention, *alternatives(primitive, primitive.default_convention)]:
        for question in questions(primitive, ("float64", "float32"), choice):
            if question.case.compared and not question.case.after:
                asked.setdefault(question.case.name, question)
    weak = {name: list(weaknesses(question, reference)) for name, question in asked.items()}
    idle = {name: why for name, why in weak.items() if why}
    for function in wrong_functions(primitive):
        if not idle:
            break
        idle = {name: why for name, why in idle.items() if not bites(asked[name], function)}
    assert not idle
