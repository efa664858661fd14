"""Circumstances: what the cases that fail have in common and the cases that pass have not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from primcheck.patterns.answered import COINCIDENCE
from primcheck.patterns.thresholds import threshold
from primcheck.question import Question
from primcheck.spec import REQUIRED, Real

RARE = 0.2
"""What all failing cases have is worth telling where at most this share of the passing ones have it too."""


def circumstance(
    failing: Sequence[Question], passing: Sequence[Question], what: str = "It goes wrong"
) -> tuple[str, str] | None:
    """Return the words that set failing cases apart from others; None where nothing does, or there are no others."""
    if not failing or not passing:
        return None
    features = [set(_features(question)) for question in failing]
    others = [set(_features(question)) for question in passing]
    shared = set.intersection(*features)
    # Of words that tell the failing apart equally well, the first that `_features` names: the simplest.
    order = list(_features(failing[0]))
    ranked = sorted(shared, key=lambda words: (sum(words in other for other in others), order.index(words)))
    count = f"{len(failing)} of {len(failing) + len(passing)} cases"
    words = ranked[0] if ranked else ""
    also = sum(words in other for other in others)
    if words and also == 0:
        return f"only where {words}", f"{what} where {words}, and nowhere else ({count})."
    parted = threshold(failing, passing, what)
    if parted:
        return parted
    by_chance = ((also + 1) / (len(others) + 2)) ** len(failing)
    if words and (also <= RARE * len(others) or by_chance < COINCIDENCE):
        return f"only where {words}", f"{what} only where {words}, though not always there ({count})."
    return None


def _features(question: Question) -> Iterator[str]:
    """Yield what can be said of a case, the simplest first."""
    if question.dtype:
        yield f"the precision is {question.dtype}"
    primitive, names = question.primitive, question.names
    for tensor in primitive.tensors:
        values = [step[tensor.name] for step in question.steps if tensor.name in step]
        if values:
            yield from _of_array(tensor.name, values[0], floating=tensor.dtype == "float")
    if len(question.steps) > 1:
        yield "there are several steps"
    for option in (*primitive.inputs, *primitive.options):
        value = question.steps[0].get(option.name, names.get(option.name))
        default = getattr(option, "default", REQUIRED)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            yield from _of_number(option.name, value, whole=not isinstance(option, Real))
        if isinstance(value, bool):
            yield f"{option.name} is {value}"
        if isinstance(value, tuple) and len(value) == 2 and value[0] != value[1]:
            yield f"{option.name} differs between rows and columns"
        if default is not REQUIRED and value != default and isinstance(value, (int, float, str, tuple)):
            yield f"{option.name} is not {default}"
    for a, b in (
        ("h", "w"),
        ("kh", "kw"),
        ("oh", "ow"),
        ("kh", "sh"),
        ("kw", "sw"),
        ("n", "m"),
        ("n", "d"),
        ("d", "m"),
    ):
        if a in names and b in names:
            yield f"{a} and {b} differ" if names[a] != names[b] else f"{a} and {b} are equal"


def _of_array(name: str, array: Any, *, floating: bool) -> Iterator[str]:
    if not isinstance(array, np.ndarray):
        return
    if array.size == 0:
        yield f"{name} is empty"
        return
    if floating:
        if np.any(np.isnan(array)):
            yield f"{name} holds a NaN"
        if np.any(np.isinf(array)):
            yield f"{name} holds an infinity"
        finite = np.abs(array[np.isfinite(array)])
        if finite.size and finite.max() > 1e4:
            yield f"{name} holds numbers above 10,000"
        if finite.size and 0 < finite.max() < 1e-4:
            yield f"{name} is tiny"
        if finite.size and not finite.any():
            yield f"{name} is all zeros"
        if np.any(array == 0):
            yield f"{name} holds zeros"
        if np.all(array < 0):
            yield f"{name} is negative everywhere"
        if np.all(array > 0):
            yield f"{name} is positive everywhere"
    if array.size > 1 and np.all(array == array.flat[0]):
        yield f"{name} is the same everywhere"
    elif array.size > 1 and name.startswith("dy"):
        # Of a gradient from upstream all ones is the friendly input with which backward passes are tried out.
        yield f"{name} is not the same everywhere"
    if array.size > 1 and len(np.unique(array)) < array.size:
        yield f"{name} holds equal values"
    yield f"{name} has {array.ndim} {'axis' if array.ndim == 1 else 'axes'}"
    if array.ndim and array.shape[0] == 1:
        yield f"the first axis of {name} has length 1"
    if array.ndim > 1 and array.shape[1] == 1:
        yield f"the second axis of {name} has length 1"
    if array.ndim > 1 and array.shape[1] > 1:
        yield f"the second axis of {name} is longer than 1"
    if array.ndim > 1 and array.shape[0] > 1:
        yield f"the first axis of {name} is longer than 1"


def _of_number(name: str, value: float, *, whole: bool) -> Iterator[str]:
    if value == 0:
        yield f"{name} is 0"
    elif value < 0:
        yield f"{name} is negative"
    else:
        yield f"{name} is positive"
    if whole and value == 1:
        yield f"{name} is 1"
    if whole and value > 1:
        yield f"{name} is greater than 1"
