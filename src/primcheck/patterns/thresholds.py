"""Thresholds: a number that lies above a bound in every case that fails, and below it in every case that passes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from primcheck.patterns.answered import Pattern
from primcheck.question import Question
from primcheck.spec import REQUIRED, Tensor


def threshold(failing: Sequence[Question], passing: Sequence[Question], what: str = "It goes wrong") -> Pattern | None:
    """Return the bound that parts the failing cases from the others; sizes and options come before values."""
    if not failing or len(passing) < 4:
        return None
    wrong, right = [dict(_numbers(q)) for q in failing], [dict(_numbers(q)) for q in passing]
    for words in wrong[0]:
        if not all(words in told for told in (*wrong, *right)):
            continue
        bad, good = [told[words] for told in wrong], [told[words] for told in right]
        if min(bad) > max(good) and len(set(good)) > 1:
            says = (
                f"{what} where {words} is {min(bad):.6g} or more, and nowhere else: up to {max(good):.6g} all is right."
            )
            return f"only where {words} is large", says
        if max(bad) < min(good) and len(set(good)) > 1:
            says = f"{what} where {words} is {max(bad):.6g} or less, and nowhere else: from {min(good):.6g} on all is right."
            return f"only where {words} is small", says
    return None


def _numbers(question: Question) -> Iterator[tuple[str, float]]:
    """Yield what can be measured of a case, the simplest first."""
    primitive, names = question.primitive, question.names
    for option in (*primitive.inputs, *primitive.options):
        if isinstance(option, Tensor):
            continue
        values = [step.get(option.name, names.get(option.name, REQUIRED)) for step in question.steps]
        numbers = [float(v) for v in values if isinstance(v, (int, float)) and not isinstance(v, bool)]
        if len(numbers) == len(values):
            yield option.name, max(numbers)
    arrays = {t.name: question.steps[0][t.name] for t in primitive.tensors if t.name in question.steps[0]}
    for name, array in arrays.items():
        for axis, length in enumerate(np.shape(array)):
            yield f"the length of axis {axis} of {name}", float(length)
    if len(question.steps) > 1:
        yield "the number of steps", float(len(question.steps))
    for name, array in arrays.items():
        kind = np.asarray(array).dtype.kind
        finite = array[np.isfinite(array)] if kind == "f" else array
        if kind in "fiu" and np.size(finite):
            yield f"the largest {name}", float(finite.max())
            yield f"the smallest {name}", float(finite.min())
            yield f"the largest {name}, whatever its sign,", float(np.abs(finite).max())
