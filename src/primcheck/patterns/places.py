"""Places: to what part of the results, or of the inputs, all that is wrong is confined."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.patterns.answered import COINCIDENCE, Answered, Pattern, by_output, listed


def place(answers: list[Answered], wrong: list[Answered]) -> Pattern | None:
    """Return the places to which all wrong elements are confined."""
    if len({entry.right.ndim for entry in wrong}) > 1 or all(np.all(entry.places) for entry in wrong):
        return _values_at(answers, wrong)
    if len(wrong[0].question.steps) > 1:
        first = min(int(np.nonzero(entry.places)[0].min()) for entry in wrong)
        if first > 0 and all(len(entry.question.steps) > 1 for entry in wrong):
            steps_are = "step is" if first == 1 else "steps are"
            says = (
                f"The first {first} {steps_are} right, later ones are not: look at the state and at what counts steps."
            )
            return "from a later step on", says
        return _values_at(answers, wrong)
    return _along_axes(wrong) or _values_at(answers, wrong)


def _along_axes(wrong: list[Answered]) -> Pattern | None:
    """Return the places along one axis that all wrong elements have in common."""
    outputs = listed(by_output(wrong))
    shape = wrong[0].question.primitive.outputs[wrong[0].position].shape
    symbols = shape.split() if isinstance(shape, str) else []
    for axis in range(wrong[0].right.ndim):
        lengths = [entry.right.shape[axis] for entry in wrong]
        if max(lengths) < 2:
            continue
        named = f"axis {axis} of {outputs}"
        hit = [set(np.nonzero(entry.places)[axis].tolist()) for entry in wrong]
        last = [length - 1 for length in lengths]
        if all(h == {n} for h, n in zip(hit, last, strict=True)):
            return (
                "only the last",
                f"Only the last place along {named} is wrong: look at the last window, row or element.",
            )
        if all(h == {0} for h in hit):
            return "only the first", f"Only the first place along {named} is wrong."
        whole = symbols[axis] in {"n", "c", "?"} if len(symbols) == wrong[0].right.ndim else False
        borders = all(h <= {0, n} for h, n in zip(hit, last, strict=True)) and max(last) > 2
        if borders and not whole and _surprising(hit, [2 / length for length in lengths]):
            return (
                "only at the border",
                f"Only the border along {named} is wrong: look at padding, and at windows that reach over the edge.",
            )
        always = set.union(*hit)
        if (
            len(set(lengths)) == 1
            and len(always) < lengths[0]
            and _surprising(hit, [len(always) / lengths[0]] * len(hit))
        ):
            places = listed(str(index) for index in sorted(always))
            return "only some places", f"Only what stands at {places} along {named}, counted from 0, is wrong."
    return None


def _surprising(hit: list[set[int]], shares: list[float]) -> bool:
    """Tell whether wrong places confined to such shares of an axis would be a rare coincidence."""
    return float(np.prod([share ** len(h) for h, share in zip(hit, shares, strict=True)])) < COINCIDENCE


Look = tuple[str, Callable[[NDArray[Any]], NDArray[Any]]]
"""What an element may be, in words, and where it is so."""

_LOOKS: tuple[Look, ...] = (
    ("exactly 0", lambda x: x == 0),
    ("NaN", np.isnan),
    ("infinite", np.isinf),
    ("negative", lambda x: x < 0),
    ("positive", lambda x: x > 0),
)


def _values_at(answers: list[Answered], wrong: list[Answered]) -> Pattern | None:
    """Return what the inputs at the wrong places have in common."""
    tensors = [tensor.name for tensor in wrong[0].question.primitive.tensors if tensor.dtype == "float"]
    names = [name for name in tensors if all(_at(entry, name) is not None for entry in wrong)]
    for name in names:
        for words, look in _LOOKS:
            if _only_where([(entry, look(_there(entry, name))) for entry in wrong]):
                return f"where {name} is {words}", f"The result is wrong only where {name} is {words}."
    for name in names:
        beyond = _beyond(name, [entry for entry in answers if _at(entry, name) is not None])
        if beyond:
            return beyond
    for one, other in itertools.combinations(names, 2):
        for words, compare in _PAIRS:
            if _only_where([(entry, compare(_there(entry, one), _there(entry, other))) for entry in wrong]):
                says = words.format(one, other)
                return f"where {says}", f"The result is wrong only where {says}."
    return None


_PAIRS: tuple[tuple[str, Callable[[Any, Any], NDArray[Any]]], ...] = (
    ("{} and {} have opposite signs", lambda a, b: a * b < 0),
    ("{} and {} have the same sign", lambda a, b: a * b > 0),
    ("{} is above {}", lambda a, b: a > b),
    ("{} is below {}", lambda a, b: a < b),
)


def _at(entry: Answered, name: str) -> NDArray[Any] | None:
    """Return the input that stands beside a result, element by element; None where there is none."""
    value = entry.question.steps[0].get(name)
    if isinstance(value, np.ndarray) and value.shape == entry.right.shape and len(entry.question.steps) == 1:
        return value.astype(np.float64)
    return None


def _there(entry: Answered, name: str) -> NDArray[Any]:
    value = _at(entry, name)
    assert value is not None
    return value


def _only_where(told: list[tuple[Answered, NDArray[Any]]]) -> bool:
    """Tell whether all wrong elements have a look that so many would not have by chance."""
    if not all(np.all(look[entry.places]) for entry, look in told):
        return False
    chance = 1.0
    for entry, look in told:
        right = ~entry.places
        # Of those that are right, so many have it too.
        share = (np.sum(look[right]) + 1) / (np.sum(right) + 2)
        chance *= float(share) ** int(np.sum(entry.places))
    return chance < COINCIDENCE


def _beyond(name: str, answers: list[Answered]) -> Pattern | None:
    """Return the bound beyond which an input makes the result wrong, everywhere and nowhere else."""
    bad = np.concatenate([_there(entry, name)[entry.places] for entry in answers])
    good = np.concatenate([_there(entry, name)[~entry.places] for entry in answers])
    if min(bad.size, good.size) < 4 or not np.all(np.isfinite(bad)):
        return None
    good = good[np.isfinite(good)]
    for words, of in ((name, np.asarray), (f"{name}, whatever its sign,", np.abs)):
        low, high, least, most = of(bad).min(), of(bad).max(), of(good).min(), of(good).max()
        if low > most:
            says = f"The result is wrong where {words} is {low:.4g} or more, and right up to {most:.4g}."
            return f"where {name} is large", says
        if high < least:
            says = f"The result is wrong where {words} is {high:.4g} or less, and right from {least:.4g} on."
            return f"where {name} is small", says
    return None
