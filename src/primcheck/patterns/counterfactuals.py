"""Counterfactuals: the answer is what the definition gives for another question: one in which something is left out,
exchanged, or counted from elsewhere. All answers must be, the right ones too.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from primcheck.question import Question
from primcheck.spec import REQUIRED, Count, Pair, Primitive, Real, Tensor

Values = dict[str, Any]
Alteration = Callable[[Values], "Values | None"]
"""From the arguments of a step, by name, those that change; None where nothing can be changed so."""


def counterfactuals(primitive: Primitive) -> Iterator[tuple[str, str, Alteration]]:
    """Yield a name, the words after “as if”, and the alteration, the likeliest mistakes first."""
    options = [item for item in (*primitive.inputs, *primitive.options) if not isinstance(item, Tensor)]
    for option in options:
        for usual in _usual(primitive, option):
            yield f"{option.name} ignored", f"{option.name} were {usual}, whatever is asked", _set(option.name, usual)
    for option in options:
        name = option.name
        if isinstance(option, (Count, Pair)):
            for by, words in ((-1, "one less"), (1, "one more")):
                yield f"{name} off by one", f"{name} were {words} than it is", _add(name, by)
        if isinstance(option, Pair):
            yield f"{name} exchanged", f"rows and columns of {name} were exchanged", _turned(name)
        if isinstance(option, (Count, Pair, Real)):
            for plain in (0, 1):
                value = float(plain) if isinstance(option, Real) else plain
                yield f"{name} missing", f"{name} were {plain}", _set(name, value)
        if isinstance(option, Real):
            for words, change in _CHANGES:
                yield f"{name} changed", f"{name} were {words}", _changed(name, change)
    pairs = [(a.name, b.name) for a, b in itertools.combinations(options, 2) if type(a) is type(b)]
    pairs += itertools.combinations([tensor.name for tensor in primitive.tensors], 2)
    for first, second in pairs:
        yield f"{first} and {second} exchanged", f"{first} and {second} were exchanged", _exchanged(first, second)
    for words, keep in _EXAMPLES:
        yield f"examples, {words}", f"{words} were left out", _kept(primitive, keep)
    for tensor in primitive.tensors:
        for words, make in _ARRAYS if tensor.dtype == "float" else ():
            yield f"{tensor.name}, {words}", f"{tensor.name} were {words}", _made(tensor.name, make)


def altered(question: Question, alteration: Alteration) -> Question | None:
    """Return a question with every step altered; None where nothing changes."""
    steps: list[Mapping[str, Any]] = []
    names = dict(question.names)
    options = {o.name for o in question.primitive.options}
    moved = False
    for step in question.steps:
        known = {n: v for n, v in names.items() if n in options and v is not REQUIRED}
        change = alteration({**known, **step})
        if change is None:
            return None
        moved = moved or any(not _same(value, {**known, **step}.get(name)) for name, value in change.items())
        steps.append({**step, **change})
    return replace(question, steps=tuple(steps)) if moved else None


def _usual(primitive: Primitive, option: Any) -> list[Any]:
    """Return the values that an option is likely to be fixed at: its default first, then those that cases ask for."""
    asked = [case.values.get(option.name) for case in primitive.cases]
    values = [getattr(option, "default", None), *asked]
    return list(dict.fromkeys(v for v in values if isinstance(v, (int, float, str, tuple))))[:8]


_CHANGES: tuple[tuple[str, Callable[[float], float]], ...] = (
    ("its opposite", lambda v: -v),
    ("one minus what it is", lambda v: 1 - v),
    ("its square", lambda v: v * v),
    ("its square root", lambda v: float(np.sqrt(v)) if v >= 0 else float("nan")),
    ("twice what it is", lambda v: 2 * v),
    ("half of what it is", lambda v: v / 2),
)

_ARRAYS: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("left out (all zeros)", np.zeros_like),
    ("all ones", np.ones_like),
    ("of the opposite sign", np.negative),
    ("squared", np.square),
    ("taken without its sign", np.abs),
    ("replaced by its signs", np.sign),
    ("turned around", lambda x: x[::-1].copy() if x.ndim else x),
    ("flipped in its last two axes", lambda x: x[..., ::-1, ::-1].copy() if x.ndim > 1 else x),
    ("transposed in its last two axes", lambda x: _transposed(x, -1, -2)),
    ("transposed in its first two axes", lambda x: _transposed(x, 0, 1)),
    ("its first example for all", lambda x: np.repeat(x[:1], len(x), axis=0) if x.ndim and x.size else x),
    ("its mean over the first axis for all", lambda x: x.mean(axis=0) + np.zeros_like(x) if x.ndim and x.size else x),
    ("cut at 0 from below", lambda x: np.maximum(x, 0)),
)  # fmt: skip


_EXAMPLES: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("the first example", lambda first: np.arange(len(first)) > 0),
    ("the last example", lambda first: np.arange(len(first)) < len(first) - 1),
    ("examples labelled 0", lambda first: first != 0 if first.ndim == 1 and first.dtype.kind == "i" else None),
)  # fmt: skip


def _kept(primitive: Primitive, keep: Callable[[Any], Any]) -> Alteration:
    """Leave out examples of every array that has them: those whose first axis is as long as the labels', or the first array's."""
    names = [tensor.name for tensor in primitive.tensors]
    labels = [tensor.name for tensor in primitive.tensors if tensor.dtype == "int"]

    def alter(values: Values) -> Values | None:
        arrays = {name: values[name] for name in names if isinstance(values.get(name), np.ndarray)}
        leading = next((arrays[name] for name in [*labels, *names] if name in arrays), None)
        if leading is None or not leading.ndim or len(leading) < 2:
            return None
        mask = keep(leading)
        if mask is None or not mask.any():
            return None
        return {n: a[mask] for n, a in arrays.items() if a.ndim and len(a) == len(leading)}

    return alter


def _transposed(x: Any, a: int, b: int) -> Any:
    return np.swapaxes(x, a, b).copy() if x.ndim > 1 and x.shape[a] == x.shape[b] else x


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return a.shape == b.shape and bool(np.array_equal(a, b, equal_nan=a.dtype.kind == "f"))
    return type(a) is type(b) and bool(a == b)


def _set(name: str, value: Any) -> Alteration:
    return lambda values: {name: value} if name in values else None


def _add(name: str, by: int) -> Alteration:
    def alter(values: Values) -> Values | None:
        value = values.get(name)
        if isinstance(value, tuple):
            return {name: tuple(v + by for v in value)}
        return {name: value + by} if isinstance(value, int) else None

    return alter


def _turned(name: str) -> Alteration:
    def alter(values: Values) -> Values | None:
        value = values.get(name)
        return {name: value[::-1] if isinstance(value, tuple) else value} if name in values else None

    return alter


def _changed(name: str, change: Callable[[float], float]) -> Alteration:
    def alter(values: Values) -> Values | None:
        value = values.get(name)
        return {name: change(float(value))} if isinstance(value, (int, float)) else None

    return alter


def _exchanged(a: str, b: str) -> Alteration:
    def alter(values: Values) -> Values | None:
        if a not in values or b not in values or np.shape(values[a]) != np.shape(values[b]):
            return None
        return {a: values[b], b: values[a]}

    return alter


def _made(name: str, make: Callable[[Any], Any]) -> Alteration:
    def alter(values: Values) -> Values | None:
        # What a trajectory carries is not among the arguments of later steps.
        if name not in values:
            return {}
        with np.errstate(all="ignore"):
            return {name: make(values[name])}

    return alter
