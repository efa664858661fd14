"""The judge: compares one outcome with the truth, in a fixed order, and stops at the first structural difference.

Number of results, type, shape, dtype, pattern of NaN and infinity, values, changed inputs. Nothing broadcasts, an empty
array never equals a full one, and every message names the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.call import Answer, Outcome, fits
from primcheck.floor import LIMIT, Result, Truth, stack
from primcheck.question import Question
from primcheck.spec import Each, Output
from primcheck.verdict import Status


@dataclass(frozen=True)
class Judgement:
    """The status of one answer with its reason; `ratio` is the worst distance from the truth in noise floors."""

    status: Status
    message: str = ""
    ratio: float | None = None
    output: str | None = None
    index: tuple[int, ...] | None = None
    expected: float | None = None
    got: float | None = None


def judge(question: Question, outcome: Outcome, truth: Truth | None) -> Judgement:
    """Judge an outcome; without a truth (random primitives) only its structure and its inputs are looked at."""
    if outcome.status != "answered":
        return Judgement(outcome.status, outcome.message)  # type: ignore[arg-type]  # an outcome's word is a status
    wrong = structure(question, outcome)
    if wrong is not None:
        return wrong
    worst = Judgement("pass", ratio=0.0 if truth else None)
    for position, output in enumerate(question.primitive.outputs if truth else ()):
        assert truth is not None
        if position in outcome.unseen:
            continue
        judged = _values(output, _values_of(outcome, position), truth.results[position], question)
        if judged.status != "pass":
            return judged
        if (judged.ratio or 0.0) >= (worst.ratio or 0.0):
            worst = judged
    if outcome.changed:
        names = " and ".join(outcome.changed)
        return Judgement(
            "fail", f"the call changes its input {names} in place; work on a copy", output=outcome.changed[0]
        )
    return worst


def structure(question: Question, outcome: Outcome) -> Judgement | None:
    """Return the first thing wrong with number, type, shape or dtype of the results; None where all is well."""
    outputs = question.primitive.outputs
    for step, answers in enumerate(outcome.answers):
        at = f" at step {step + 1}" if len(question.steps) > 1 else ""
        if len(answers) != len(outputs):
            names = ", ".join(output.name for output in outputs)
            plural = "result" if len(answers) == 1 else "results"
            return Judgement("fail", f"returns {len(answers)} {plural}{at}, expected {len(outputs)} ({names})")
        for output, answer in zip(outputs, answers, strict=True):
            wrong = _form(question, output, answer)
            if wrong:
                return Judgement("fail", f"{output.name}{at} {wrong}", output=output.name)
    if len(outcome.answers) != len(question.steps):
        return Judgement("fail", f"stopped after {len(outcome.answers)} of {len(question.steps)} steps")
    return None


def _form(question: Question, output: Output, answer: Answer) -> str:
    shape, dtype = question.output_shape(output), question.output_dtype(output)
    if answer.unseen:
        return ""
    if answer.shape is None or (answer.python_number and shape):
        wanted = "a NumPy array" if shape else "a number or a 0-d array"
        return f"is of type {answer.type_name}, expected {wanted}"
    if not fits(answer.shape, shape):
        return f"has shape {answer.shape}, expected {shape}".replace("-1", "any length")
    if answer.values is None:
        return f"is of type {answer.type_name}, expected an array of {dtype}"
    if answer.python_number and dtype.kind in "fi" and answer.type_name != "bool":
        return "" if dtype.kind == "f" or answer.type_name == "int" else "is a float, expected an integer"
    whole = answer.values.dtype.kind in "iu"
    if whole and (dtype.kind == "i" or (dtype.kind == "f" and not shape)):
        return ""
    if answer.values.dtype != dtype:
        return f"has dtype {answer.values.dtype}, expected {dtype}"
    return ""


def _values_of(outcome: Outcome, position: int) -> NDArray[Any]:
    return stack(tuple(np.asarray(answers[position].values) for answers in outcome.answers))


def _values(output: Output, got: NDArray[Any], result: Result, question: Question) -> Judgement:
    if result.high.shape != got.shape:
        return Judgement(
            "fail", f"{output.name} has shape {got.shape}, expected {result.high.shape}", output=output.name
        )
    if result.floor is None:
        return _same(output, got, result.high, question)
    with np.errstate(over="ignore"):
        expected = result.high.astype(question.precision)
    for names, test in (("NaN", np.isnan), ("+inf", np.isposinf), ("-inf", np.isneginf)):
        odd = test(got) != test(expected)
        if np.any(odd):
            index = _first(odd)
            says = f"expected {names}" if test(expected)[index] else f"{names} where a number is expected"
            return _at(output, index, result.high, got, f"{says}", float("inf"), question)
    ratio = ratios(got, result)
    if not ratio.size:
        return Judgement("pass", ratio=0.0)
    worst = int(np.argmax(ratio))
    index = tuple(int(i) for i in np.unravel_index(worst, ratio.shape))
    value = float(ratio[index])
    if value <= LIMIT:
        return Judgement("pass", ratio=value, output=output.name, index=index)
    exactly = not np.any(result.floor[index])
    says = (
        "must be right to the bit"
        if exactly
        else f"off by {value:.3g} times what rounding explains; up to {LIMIT:.0f} passes"
    )
    return _at(output, index, result.high, got, says, value, question)


def ratios(got: NDArray[Any], result: Result) -> NDArray[Any]:
    """Return |got − truth| / floor per element; where both are the same infinity or NaN, 0."""
    assert result.floor is not None
    with np.errstate(all="ignore"):
        error = np.abs((got.astype(np.float64) - result.high) - (0.0 if result.low is None else result.low))
        error = np.where(np.isfinite(got), error, 0.0)
        return np.where(error == 0, 0.0, error / result.floor)


def _same(output: Output, got: NDArray[Any], expected: NDArray[Any], question: Question) -> Judgement:
    odd = got != expected
    if not np.any(odd):
        return Judgement("pass", ratio=0.0, output=output.name)
    return _at(output, _first(odd), expected, got, "must be this one", float("inf"), question)


def _first(odd: NDArray[Any]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(odd)), odd.shape))


def _at(
    output: Output,
    index: tuple[int, ...],
    expected: NDArray[Any],
    got: NDArray[Any],
    says: str,
    ratio: float,
    question: Question,
) -> Judgement:
    place = output.name
    inner: Sequence[int] = index
    if len(question.steps) > 1:
        place, inner = f"{place} {_step(question, index[0])}", index[1:]
    if inner:
        place += f"[{', '.join(map(str, inner))}]"
    e, g = float(expected[index]), float(got[index])
    wanted, came = number(e, question.precision), number(g, question.precision)
    return Judgement("fail", f"{place}: expected {wanted}, got {came} ({says})", ratio, output.name, index, e, g)


def _step(question: Question, step: int) -> str:
    """Name a step: of a trajectory by its number, of separate calls by what differs between them."""
    changing = [n for n, v in question.case.values.items() if isinstance(v, Each)]
    if question.carried or not changing:
        return f"after step {step + 1}"
    return "at " + ", ".join(f"{name}={question.steps[step][name]}" for name in changing)


def number(value: float, precision: str) -> str:
    """Return a number with as many digits as its precision can tell apart."""
    return (
        f"{value:.9g}" if precision == "float32" else f"{value:.17g}" if value != round(value, 12) else f"{value:.15g}"
    )
