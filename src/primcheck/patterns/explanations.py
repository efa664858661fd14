"""Explanations: what turns every wrong answer into a right one, within the noise floor."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.floor import exact_results
from primcheck.patience import TookTooLong, at_most
from primcheck.patterns.answered import Answered, Pattern, by_output, listed
from primcheck.patterns.counterfactuals import Alteration, altered, counterfactuals
from primcheck.patterns.quantities import natural
from primcheck.patterns.rearrangements import rearrangements

NEAR = 1e-3
"""What is off by at most this share of the largest value has the right formula, nearly."""

PATIENCE = 3.0
"""Seconds that may be spent on asking other questions."""


def explained(reference: Callable[..., Any], answers: list[Answered], wrong: list[Answered]) -> Pattern | None:
    """Return what turns every wrong answer into a right one."""
    for explain in (_factor, _sign, _rearranged, _whole_numbers, _unchanged, _input_left_out, _precision):
        found = explain(wrong)
        if found:
            return found
    # Of another question the definition may be slow to answer: a period of 1 in place of a million, say.
    with contextlib.suppress(TookTooLong), at_most(PATIENCE):
        for name, words, alteration in counterfactuals(wrong[0].question.primitive):
            if _as_if(reference, wrong, alteration, moved=True) and _as_if(reference, answers, alteration, moved=False):
                return name, f"Every answer, right or wrong, is what the definition gives as if {words}."
    return None


def _as_if(reference: Callable[..., Any], entries: list[Answered], alteration: Alteration, *, moved: bool) -> bool:
    """Tell whether answers are those of altered questions; with `moved` each question has to be altered."""
    results: dict[str, tuple[NDArray[Any], ...] | None] = {}
    for entry in entries:
        question = altered(entry.question, alteration)
        if question is None:
            if moved:
                return False
            continue
        if entry.question.digest not in results:
            try:
                results[entry.question.digest] = exact_results(reference, question, entry.question.convention)
            except Exception:
                # What is asked then makes no sense, and is refused or comes to nothing.
                results[entry.question.digest] = None
        made = results[entry.question.digest]
        if made is None:
            if moved:
                return False
            continue
        values = made[entry.position]
        if values.shape != entry.got.shape or not np.all(entry.agrees(values)):
            return False
    return True


def _factor(wrong: list[Answered]) -> Pattern | None:
    """Return the factor by which every wrong result is off, and which natural quantity it is."""
    grouped = by_output(wrong)
    said = []
    for output, entries in grouped.items():
        factors = [_ratio(entry) for entry in entries]
        if any(factor is None for factor in factors):
            return None
        quantity = natural([entry.question for entry in entries], [factor for factor in factors if factor is not None])
        if quantity is None:
            return None
        said.append((output, quantity))
    if all(quantity == "−1" for _, quantity in said):
        return (
            "the opposite sign",
            f"{listed(grouped)} {_has(grouped)} the opposite sign: add where you subtract, or the reverse.",
        )
    text = "; ".join(f"{output} is {quantity} times what it should be" for output, quantity in said)
    return "a constant factor", f"In every case that fails, {text}."


def _ratio(entry: Answered) -> float | None:
    """Return the factor that turns the truth into the answer; None where there is none, or nothing to tell it by."""
    usable = np.isfinite(entry.right) & np.isfinite(entry.got) & (entry.right != 0)
    if not np.any(usable):
        return None
    largest = np.argmax(np.where(usable, np.abs(entry.right), 0))
    factor = float(entry.got.ravel()[largest] / entry.right.ravel()[largest])
    if not np.isfinite(factor) or factor == 0:
        return None
    return factor if np.all(entry.agrees(factor * entry.right, factor)) else None


def _sign(wrong: list[Answered]) -> Pattern | None:
    if all(np.all(entry.agrees(np.copysign(entry.right, entry.got))) for entry in wrong):
        return (
            "some signs",
            f"{listed(by_output(wrong))}: every number is right but for its sign, and some signs are wrong.",
        )
    return None


def _rearranged(wrong: list[Answered]) -> Pattern | None:
    """Return the rearrangement that every wrong result has in common."""
    for name, says, move in rearrangements(wrong[0].right.ndim, len(wrong[0].question.steps) > 1):
        if all(_moved(entry, move) for entry in wrong):
            return name, f"{listed(by_output(wrong))}: the numbers are right, but {says}."
    return None


def _moved(entry: Answered, move: Callable[[NDArray[Any]], NDArray[Any] | None]) -> bool:
    try:
        moved = move(entry.right)
    except (ValueError, IndexError):
        return False
    if moved is None or moved.shape != entry.right.shape:
        return False
    known = ~np.isnan(moved)
    # A move that leaves too little to compare would explain anything.
    return bool(2 * known.sum() >= known.size > 1 and np.all(entry.agrees(moved)[known]))


def _whole_numbers(wrong: list[Answered]) -> Pattern | None:
    if not all(np.all(np.isfinite(entry.right)) and np.any(entry.got) for entry in wrong):
        return None
    for how, make in (("rounded down", np.floor), ("cut off at the point", np.trunc), ("rounded", np.rint)):
        if all(np.all(entry.got == make(entry.right)) for entry in wrong):
            says = f"{listed(by_output(wrong))}: the right numbers {how}; somewhere integers are divided or stored."
            return "whole numbers", says
    return None


def _unchanged(wrong: list[Answered]) -> Pattern | None:
    """Return the input that every wrong result is."""
    for name in (tensor.name for tensor in wrong[0].question.primitive.tensors):
        inputs = [entry.question.steps[0].get(name) for entry in wrong]
        if all(
            isinstance(value, np.ndarray)
            and value.shape == entry.got.shape
            and np.array_equal(value, entry.got, equal_nan=True)
            for value, entry in zip(inputs, wrong, strict=True)
        ):
            return (
                f"{name} returned",
                f"{listed(by_output(wrong))}: what comes back is {name} itself, as it was handed over.",
            )
    return None


def _input_left_out(wrong: list[Answered]) -> Pattern | None:
    """Return the input by which every wrong result differs from the right one."""
    for name in (tensor.name for tensor in wrong[0].question.primitive.tensors):
        for sign, says in (
            (-1, "as if it were left out"),
            (1, "as if it were added twice, or where it does not belong"),
        ):
            if all(_differs_by(entry, name, sign) for entry in wrong):
                return (
                    f"{name} left out" if sign < 0 else f"{name} added",
                    f"The difference to the right result is {name} itself, {says}.",
                )
    return None


def _differs_by(entry: Answered, name: str, sign: int) -> bool:
    value = entry.question.steps[0].get(name)
    if len(entry.question.steps) > 1 or not isinstance(value, np.ndarray) or value.dtype.kind != "f" or not value.any():
        return False
    shapes = [value.shape, (*value.shape, *(1,) * (entry.right.ndim - value.ndim - 1))]
    for shape in shapes:
        try:
            other = np.broadcast_to(value.reshape(shape), entry.right.shape)
        except ValueError:
            continue
        with np.errstate(invalid="ignore"):
            moved = entry.right + sign * other
        if np.all(entry.agrees(moved)):
            return True
    return False


def nearly(wrong: list[Answered]) -> Pattern | None:
    """Tell that all wrong answers are right but for their last digits."""
    offs = []
    for entry in wrong:
        if entry.right.dtype.kind != "f" or np.any(np.isfinite(entry.got) != np.isfinite(entry.right)):
            return None
        finite = np.isfinite(entry.right)
        largest = float(np.max(np.abs(entry.right[finite]), initial=0))
        off = float(np.max(np.abs(entry.got - entry.right)[finite], initial=0))
        if not 0 < off <= NEAR * largest:
            return None
        offs.append(off / largest)
    says = (
        f"Nearly right: the worst answer is off by {max(offs):.1g} of the largest value. Look for a constant with too few "
        "digits, an ε in the wrong place, an approximation, or digits lost in the difference of large numbers."
    )
    return "nearly right", says


def _precision(wrong: list[Answered]) -> Pattern | None:
    """Tell that double precision is right to about single precision only."""
    if any(entry.question.precision != "float64" for entry in wrong):
        return None
    single = float(np.finfo(np.float32).eps)
    offs = []
    for entry in wrong:
        usable = np.isfinite(entry.right) & np.isfinite(entry.got) & (entry.right != 0)
        with np.errstate(all="ignore"):
            off = np.abs(entry.got - entry.right)[usable] / np.abs(entry.right)[usable]
        if not off.size or off.max() > 1e4 * single or np.any(np.isfinite(entry.got) != np.isfinite(entry.right)):
            return None
        offs.append(float(np.median(off)))
    if np.median(offs) < single / 1e3:
        return None
    return (
        "single precision inside",
        "Float64 comes out right to about seven digits only: somewhere a step is done, or a constant kept, in float32.",
    )


def _has(names: Any) -> str:
    return "has" if len(names) == 1 else "have"
