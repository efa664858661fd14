"""The suite bites: every known mistake is rejected by a named case, and named for what it is; nothing empty passes."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from primcheck.examiner import examine
from primcheck.kill_matrix import kills
from primcheck.question import questions
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Suite

SUITE = Suite()
STORE = TruthStore(SUITE)
EVERY = pytest.mark.parametrize("primitive", list(SUITE.primitives.values()), ids=lambda p: p.name)


@EVERY
def test_every_mistake_is_rejected_and_named(primitive: Primitive) -> None:
    """Each mistake fails at least one float64 case, and the diagnosis gives it its own name and no other.

    Each is plausible as well: it is right somewhere, or says that it is not. So is each that can be made in code that
    follows another convention, which the diagnosis names as well.
    """
    if primitive.uses:
        pytest.skip("its mistakes are those of its primitives")
    cases = {case.name for case in primitive.cases}
    for kill in kills(SUITE, primitive, STORE):
        assert kill.killers, f"{kill.mistake.name} passes every case"
        assert kill.itself, f"{kill.mistake.name} is called {kill.named}"
        right_somewhere = bool(cases & set(kill.passes)) or primitive.random or kill.mixed
        assert right_somewhere or "Wrong on every input." in kill.mistake.says, kill.mistake.name


def constantly(value: float) -> Callable[[np.ndarray], np.ndarray]:
    """Return a filler of results by a constant."""
    return lambda right: np.full_like(right, value)


NULLS = {
    "zeros": constantly(0),
    "ones": constantly(1),
    "a constant": constantly(0.5),
    "the mean": lambda right: np.full_like(right, right.mean() if right.size else 0),
}


@EVERY
@pytest.mark.parametrize("null", sorted(NULLS))
def test_null_submissions_fail(primitive: Primitive, null: str) -> None:
    """A result of the right shape and type that says nothing is rejected, whatever it is filled with."""
    reference = SUITE.reference(primitive)
    if null == "the mean" and all(output.shape == "" for output in primitive.outputs):
        pytest.skip("the mean of a single number is the number")

    def submission(*inputs: Any, **options: Any) -> Any:
        results = reference(*inputs, **options)
        several = results if isinstance(results, tuple) else (results,)
        filled = tuple(NULLS[null](np.asarray(r)) for r in several)
        return filled if isinstance(results, tuple) else filled[0]

    assert rejected(primitive, submission)


@EVERY
def test_returning_an_input_fails(primitive: Primitive) -> None:
    """A function that hands back its first argument, once for every result, is rejected."""
    count = len(primitive.outputs)

    def submission(*inputs: Any, **_: Any) -> Any:
        return inputs[0] if count == 1 else (inputs[0],) * count

    assert rejected(primitive, submission)


def rejected(primitive: Primitive, submission: Callable[..., Any]) -> bool:
    """Judge a function in float64 and tell whether anything counts against it."""
    subject = Subject("null", {primitive.name: submission})
    verdicts, _ = examine(SUITE, subject, primitive.name, Settings(dtypes=("float64",)), STORE)
    return any(verdict.bad for verdict in verdicts)


@EVERY
def test_every_convention_is_told_apart(primitive: Primitive) -> None:
    """Code that follows another alternative, and does not say so, is recognized as just that."""
    from primcheck.conventions import alternatives

    reference = SUITE.reference(primitive)
    for choice in alternatives(primitive, primitive.default_convention):

        def subject(*inputs: Any, choice: dict[str, str] = choice, **options: Any) -> Any:
            return reference(*inputs, **options, **choice)

        subject.__signature__ = _plain_signature(primitive)  # type: ignore[attr-defined]
        verdicts, diagnoses = examine(
            SUITE, Subject("other", {primitive.name: subject}), primitive.name, Settings(dtypes=("float64",)), STORE
        )
        statuses = {v.status for v in verdicts if v.kind != "reject"}
        assert statuses <= {"pass", "convention"}, choice
        assert "convention" in statuses, f"no case tells {choice} from the default"
        said = {part.strip() for part in diagnoses[0].name.split(",")}
        changed = {k: v for k, v in choice.items() if v != primitive.default_convention[k]}
        assert said <= {f"{primitive.name}.{k}={v}" for k, v in changed.items()}


def _plain_signature(primitive: Primitive) -> Any:
    import inspect

    kinds = inspect.Parameter
    inputs = [kinds(name, kinds.POSITIONAL_OR_KEYWORD) for name in primitive.arguments]
    from primcheck.spec import REQUIRED

    options = [
        kinds(o.name, kinds.KEYWORD_ONLY, default=kinds.empty if o.default is REQUIRED else o.default)
        for o in primitive.options
    ]
    return inspect.Signature([*inputs, *options])


@EVERY
def test_cases_do_not_ask_about_luck(primitive: Primitive) -> None:
    """Noise changes no comparison, index or integer of the reference in any case: selectors are frozen."""
    from primcheck.conventions import alternatives
    from primcheck.floor import decisions_move

    if primitive.random:
        pytest.skip("random primitives have no noise floor")
    if any(output.settles for output in primitive.outputs):
        pytest.skip("a history is compared only as long as no decision moves it")
    defaults = primitive.default_convention
    for choice in [defaults, *alternatives(primitive, defaults)]:
        for question in questions(primitive, ("float32", "float64"), choice):
            if not all(output.exact for output in primitive.outputs):
                moved = decisions_move(SUITE.reference(primitive), question, question.convention)
                assert not moved, f"{question.case.name} in {question.dtype} under {choice}"
