"""The smallest failing input: a failing case is cut down while it still fails, and printed as a program of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from primcheck.call import Outcome, ask_subject
from primcheck.faults import SuiteFault
from primcheck.floor import Truth, truth_of
from primcheck.judge import judge
from primcheck.question import Question, ask, questions, symbols
from primcheck.spec import Case, Each, Tensor, given
from primcheck.texts import callable_name
from primcheck.verdict import SMALLEST, Diagnosis, Verdict

if TYPE_CHECKING:
    from primcheck.examination import Examination
    from primcheck.suite import Suite

TRIES, SECONDS = 150, 5.0
"""How often a smaller input may be tried for one primitive: a number, so that the result is the same everywhere; and the
time after which it ends all the same."""

SMALLER = "/smaller "
"""What marks the name of a call that no case asks for."""

MOST = 60
"""How many numbers a program may hold: more are not looked at."""


def smallest(examination: Examination, suite: Suite, verdicts: list[Verdict]) -> Diagnosis | None:
    """Return the program; None where what fails is no single call with a right answer, or stays too large to read."""
    primitive = examination.primitive
    failing = {(v.case, v.dtype): v.status for v in verdicts if v.kind == "value" and v.status in {"fail", "raised"}}
    asked = questions(primitive, examination.dtypes, examination.convention, examination.seed)
    found = [q for q in asked if (q.case.name, q.dtype) in failing and len(q.steps) == 1 and q.case.compared]
    found = [q for q in found if _numbers(q)]
    # Where a smaller input has hung or killed the process before, no other is tried: it is our own curiosity.
    lost = any(SMALLER in name for name in examination.guard.lost)
    if not found or lost or primitive.random or primitive.uses:
        return None
    hunt = _Hunt(examination, suite)
    # Ordinary numbers before infinities and NaN, in double precision where both fail.
    question = min(found, key=lambda q: (not _finite(q), _numbers(q), q.dtype != "float64"))
    shrunk = hunt.shrink(question, failing[question.case.name, question.dtype])
    if shrunk is None or not 0 < _numbers(shrunk[0]) <= MOST:
        return None
    question, outcome, truth = shrunk
    text = program(question, outcome, truth, examination)
    evidence = {"case": question.case.name, "dtype": question.dtype}
    return Diagnosis(examination.subject.name, primitive.name, "pattern", SMALLEST, text, evidence)


class _Hunt:
    """Tries smaller inputs on the subject until the time is used up."""

    def __init__(self, examination: Examination, suite: Suite) -> None:
        self.examination = examination
        self.reference = suite.reference(examination.primitive)
        self.until = time.monotonic() + SECONDS
        self.tries = 0

    @property
    def over(self) -> bool:
        """Whether enough has been tried."""
        return self.tries >= TRIES or time.monotonic() > self.until

    def shrink(self, question: Question, status: str) -> tuple[Question, Outcome, Truth] | None:
        """Return the smallest question that still fails in the same way, what came back, and the truth."""
        best = self.fails(question.case, question, status)
        while best is not None and not self.over:
            for case in _smaller(best[0]):
                better = self.fails(case, question, status)
                if better is not None:
                    best = better
                    break
                if self.over:
                    break
            else:
                break
        return best

    def fails(self, case: Case, like: Question, status: str) -> tuple[Question, Outcome, Truth] | None:
        """Ask a case; return all about it where it still fails."""
        examination = self.examination
        try:
            question = ask(examination.primitive, case, like.dtype, like.convention, examination.seed)
            truth = truth_of(self.reference, question, question.convention)
        except (SuiteFault, ValueError, ArithmeticError, LookupError, TypeError):
            # Too small for the definition: a window without cells, a mean of nothing.
            return None
        self.tries += 1
        outcome = examination.guard.call(
            f"{case.name}/{like.dtype}{SMALLER}{self.tries}",
            lambda: ask_subject(examination.function, question, examination.keywords, examination.declines),
        )
        return (question, outcome, truth) if judge(question, outcome, truth).status == status else None


def _smaller(question: Question) -> Iterator[Case]:
    """Yield cases that are a little smaller or simpler, the largest cuts first."""
    case, arrays = question.case, {t.name for t in question.primitive.tensors}
    sizes = {n: v for n, v in case.values.items() if n not in arrays and type(v) is int and v > 1}
    options = {item.name for item in (*question.primitive.inputs, *question.primitive.options)}
    for name, value in sizes.items():
        if name not in options:
            for cut in dict.fromkeys((1, value // 2, value - 1)):
                yield _with(case, {name: cut})
    shape = case.values.get("size")
    if isinstance(shape, tuple):
        for axis, length in enumerate(shape):
            for cut in dict.fromkeys((1, length // 2, length - 1)) if length > 1 else ():
                yield _with(case, {"size": (*shape[:axis], cut, *shape[axis + 1 :])})
    yield from _halves(question)
    for tensor in question.primitive.tensors:
        yield from _simpler(question, tensor)


def _halves(question: Question) -> Iterator[Case]:
    """Yield cases with one half of the numbers along an axis, in all arrays that share it: where values are given."""
    tensors, values = question.primitive.tensors, question.case.values
    arrays = {tensor.name: question.steps[0][tensor.name] for tensor in tensors}
    said = {t.name: symbols(t.shape, question.names) for t in tensors}
    tokens: dict[str, list[str]] = {}
    for name, shape in said.items():
        if not isinstance(shape, str):
            return
        tokens[name] = [f"axis {k}" for k in range(arrays[name].ndim)] if shape == "*" else shape.split()
    lengths = {token: n for name, line in tokens.items() for token, n in zip(line, arrays[name].shape, strict=True)}
    kept = {n: v for n, v in values.items() if n not in lengths and n != "size"}
    for token, length in lengths.items():
        for half in (slice(0, length // 2), slice(length // 2, length)) if length > 1 and not token.isdigit() else ():
            cut = {n: a[tuple(half if t == token else slice(None) for t in tokens[n])] for n, a in arrays.items()}
            yield _with(question.case, {n: given(a) for n, a in cut.items()}, kept)


def _simpler(question: Question, tensor: Tensor) -> Iterator[Case]:
    """Yield cases in which one array is shorter along an axis that is its own, or holds simpler numbers."""
    array = question.steps[0][tensor.name]
    if tensor.dtype != "float" or not array.size:
        return
    for make in (np.zeros_like, np.ones_like, np.rint, lambda x: np.round(x, 1), lambda x: np.round(x, 2)):
        with np.errstate(all="ignore"):
            simple = make(array)
        if not np.array_equal(simple, array, equal_nan=True) and _plainness(simple) < _plainness(array):
            yield _with(question.case, {tensor.name: given(simple)})


def _plainness(array: Any) -> int:
    """Return how many characters the numbers take: fewer are plainer."""
    return sum(len(f"{value:g}") if value == float(f"{value:g}") else 20 for value in array.ravel().tolist())


def _with(case: Case, changes: Mapping[str, Any], values: Mapping[str, Any] | None = None) -> Case:
    values = {**(case.values if values is None else values), **changes}
    return case.having(**values)


def _finite(question: Question) -> bool:
    arrays = (v for v in question.steps[0].values() if isinstance(v, np.ndarray))
    return all(bool(np.all(np.isfinite(array))) for array in arrays)


def _numbers(question: Question) -> int:
    return sum(v.size for step in question.steps for v in step.values() if isinstance(v, np.ndarray))


def program(question: Question, outcome: Outcome, truth: Truth, examination: Examination) -> str:
    """Return a program that calls the subject with the inputs and prints what comes back beside what is right."""
    primitive, function = question.primitive, examination.function
    module = (getattr(function, "__module__", None) or "").removeprefix("primcheck_subject_")
    lines = ["import numpy as np"]
    if examination.manner.style:
        return "\n".join([*lines, "", *_asked(question, outcome, truth, examination)])
    if module.isidentifier() or all(part.isidentifier() for part in module.split(".")):
        lines.append(f"from {module} import {primitive.name}")
    lines.append("")
    arguments = []
    for name, value in primitive.positional(question.steps[0]).items():
        lines.append(f"{name} = {_literal(value)}")
        arguments.append(name)
    inputs = {item.name for item in primitive.inputs}
    named = {n: v for n, v in question.steps[0].items() if n not in inputs} | dict(examination.keywords)
    arguments += [f"{n}={_literal(v.at(0) if isinstance(v, Each) else v)}" for n, v in named.items()]
    lines.append(f"print({primitive.name}({', '.join(arguments)}))")
    for output, result in zip(primitive.outputs, truth.results, strict=True):
        right = result.high.astype(question.output_dtype(output)) if result.high.dtype.kind == "f" else result.high
        lines.append(f"# {output.name} should be {_shown(right)}")
    if outcome.status == "raised":
        lines.append(f"# but it raises {outcome.message}")
    return "\n".join(lines)


def _asked(question: Question, outcome: Outcome, truth: Truth, examination: Examination) -> Iterator[str]:
    """Yield what foreign code was asked, and what is right: how it is called is known to those who wrote it."""
    primitive = question.primitive
    yield f"# {callable_name(examination.function)}, asked as {primitive.signature}:"
    for name, value in question.steps[0].items():
        yield f"{name} = {_literal(value.at(0) if isinstance(value, Each) else value)}"
    for output, result in zip(primitive.outputs, truth.results, strict=True):
        right = result.high.astype(question.output_dtype(output)) if result.high.dtype.kind == "f" else result.high
        yield f"# {output.name} should be {_shown(right)}"
    if outcome.status == "raised":
        yield f"# but it raises {outcome.message}"
    for output, answer in zip(primitive.outputs, outcome.answers[0] if outcome.answers else (), strict=False):
        if answer.values is not None:
            yield f"# {output.name} is        {_shown(answer.values)}"


def _literal(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_literal(v) for v in value)}]"
    if not isinstance(value, np.ndarray):
        return repr(value)
    body = repr(value.tolist()).replace("nan", "np.nan").replace("inf", "np.inf")
    return (
        f"np.array({body}, dtype=np.{value.dtype})"
        if value.size
        else f"np.zeros({value.shape}, dtype=np.{value.dtype})"
    )


def _shown(array: Any) -> str:
    return np.array2string(array, separator=", ", max_line_width=10_000, threshold=MOST).replace("\n", "")
