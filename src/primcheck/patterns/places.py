"""Places: to what part of the results, or of the inputs, all that is wrong is confined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.patterns.answered import Answered, Pattern, by_output, listed


def place(wrong: list[Answered]) -> Pattern | None:
    """Return the places to which all wrong elements are confined."""
    if len({entry.right.ndim for entry in wrong}) > 1 or all(np.all(entry.places) for entry in wrong):
        return _values_at(wrong)
    steps = len(wrong[0].question.steps) > 1
    outputs = listed(by_output(wrong))
    for axis in range(wrong[0].right.ndim):
        length = max(entry.right.shape[axis] for entry in wrong)
        if length < 2:
            continue
        named = f"axis {axis - steps} of {outputs}" if not steps or axis else ""
        hit = [set(np.nonzero(entry.places)[axis].tolist()) for entry in wrong]
        last = [entry.right.shape[axis] - 1 for entry in wrong]
        if steps and axis == 0:
            first = min(min(h) for h in hit)
            if first > 0:
                steps_are = "step is" if first == 1 else "steps are"
                says = f"The first {first} {steps_are} right, later ones are not: look at the state and at what counts steps."
                return "from a later step on", says
            continue
        if all(h == {n} for h, n in zip(hit, last, strict=True)):
            return (
                "only the last",
                f"Only the last place along {named} is wrong: look at the last window, row or element.",
            )
        if all(h == {0} for h in hit):
            return "only the first", f"Only the first place along {named} is wrong."
        if all(h <= {0, n} for h, n in zip(hit, last, strict=True)) and max(last) > 1:
            return (
                "only at the border",
                f"Only the border along {named} is wrong: look at padding, and at windows that reach over the edge.",
            )
        if all(0 not in h for h in hit) and len(wrong) > 4:
            return "all but the first", f"The first place along {named} is right, and others are not."
    return _values_at(wrong)


def _values_at(wrong: list[Answered]) -> Pattern | None:
    """Return what the inputs at the wrong places have in common."""
    looks: tuple[tuple[str, Callable[[NDArray[Any]], NDArray[Any]]], ...] = (
        ("exactly 0", lambda x: x == 0),
        ("NaN", np.isnan),
        ("infinite", np.isinf),
        ("negative", lambda x: x < 0),
        ("positive", lambda x: x > 0),
    )
    for tensor in wrong[0].question.primitive.tensors:
        for words, look in looks:
            told = [_only_where(entry, tensor.name, look) for entry in wrong]
            if False not in told and True in told:
                return f"where {tensor.name} is {words}", f"The result is wrong only where {tensor.name} is {words}."
    return None


def _only_where(entry: Answered, name: str, look: Callable[[NDArray[Any]], NDArray[Any]]) -> bool | None:
    """Tell whether all that is wrong has the look; None where everything has it, which tells nothing."""
    value = entry.question.steps[0].get(name)
    if not isinstance(value, np.ndarray) or value.shape != entry.right.shape or len(entry.question.steps) > 1:
        return False
    if not np.all(look(value)[entry.places]):
        return False
    return True if not np.all(look(value)) else None
