"""Rearrangements that answers are found in: axes exchanged, reversed, shifted by one, or the first repeated for all."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

Move = Callable[[NDArray[Any]], "NDArray[Any] | None"]


def rearrangements(axes: int, steps: bool) -> Iterator[tuple[str, str, Move]]:
    """Yield a name, words and a move for each: where the move leaves something open, there is a NaN.

    With `steps` the first axis counts steps of a trajectory.
    """
    inner = range(1 if steps else 0, axes)
    shown = {axis: axis - steps for axis in inner}
    if steps:
        yield "one step late", "they come one step late", partial(_shifted, axis=0, by=1)
        yield "one step early", "they come one step early", partial(_shifted, axis=0, by=-1)
    for a, b in itertools.combinations(inner, 2):
        words = f"axes {shown[a]} and {shown[b]} are exchanged"
        yield words, words, partial(np.swapaxes, axis1=a, axis2=b)
        yield f"{words} in memory", f"read in the order in which {words}", partial(_reread, a=a, b=b)
    for axis in inner:
        yield f"axis {shown[axis]} reversed", f"axis {shown[axis]} runs backwards", partial(np.flip, axis=axis)
    if axes - steps > 1:
        both = tuple(range(axes)[-2:])
        yield (
            "both axes reversed",
            "the last two axes run backwards: a kernel is flipped, or is not",
            partial(np.flip, axis=both),
        )
    for axis, by in itertools.product(inner, (1, -1)):
        way = "later" if by > 0 else "earlier"
        words = f"they stand one place {way} along axis {shown[axis]}"
        yield f"shifted along axis {shown[axis]}", words, partial(_shifted, axis=axis, by=by)
    for axis in inner:
        words = f"those of the first place along axis {shown[axis]} are used for all others"
        yield f"axis {shown[axis]} repeats its first", words, partial(_repeated, axis=axis)


def _shifted(values: NDArray[Any], axis: int, by: int) -> NDArray[Any] | None:
    if values.shape[axis] < 2:
        return None
    moved = np.roll(values.astype(np.float64), by, axis)
    moved[(slice(None),) * axis + (0 if by > 0 else -1,)] = np.nan
    return moved


def _reread(values: NDArray[Any], a: int, b: int) -> NDArray[Any]:
    return np.swapaxes(values, a, b).reshape(values.shape)


def _repeated(values: NDArray[Any], axis: int) -> NDArray[Any] | None:
    if values.shape[axis] < 2:
        return None
    return np.repeat(np.take(values, [0], axis), values.shape[axis], axis)
