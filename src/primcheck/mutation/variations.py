"""Variations: questions like those of the cases, in other sizes, with other options and values. What may come up is not
chosen by anyone, so it tells whether a change that no case noticed can be noticed at all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from primcheck.conventions import alternatives
from primcheck.faults import SuiteFault
from primcheck.question import Question, ask
from primcheck.spec import (
    Case,
    Count,
    Draw,
    Each,
    Flag,
    Pair,
    Primitive,
    Real,
    choice,
    distinct,
    integers,
    normal,
    uniform,
)

_DRAWS = (normal(), normal(), normal(std=30.0), uniform(0.0, 1.0), integers(-3, 3), choice(0.0, 1.0), distinct())


class Variations:
    """Questions about a primitive, made when they are first asked for, and kept; each is made by its number alone."""

    def __init__(self, primitive: Primitive, seed: int = 0) -> None:
        self._primitive = primitive
        self._seed = seed
        self._next = 0
        self._made: list[tuple[Question, dict[str, str]]] = []
        self._choices: list[tuple[dict[str, str], dict[str, str], list[Case]]] = []
        for keywords in ({}, *alternatives(primitive, primitive.default_convention)):
            whole = {**primitive.default_convention, **keywords}
            cases = [case for case in primitive.cases if not case.after and case.applies(whole)]
            self._choices.append((keywords, whole, cases))

    def __getitem__(self, number: int) -> tuple[Question, dict[str, str]]:
        while len(self._made) <= number:
            question, keywords = self._variation(self._next)
            self._next += 1
            if question is not None:
                self._made.append((replace(question, steps=question.steps[:1]), keywords))
        return self._made[number]

    def _variation(self, number: int) -> tuple[Question | None, dict[str, str]]:
        """Return a question, with the conventions to ask for; none where what is drawn makes no sense."""
        primitive = self._primitive
        rng = np.random.default_rng([self._seed, number, *primitive.name.encode()])
        keywords, whole, cases = self._choices[int(rng.integers(len(self._choices)))]
        case = cases[int(rng.integers(len(cases)))]
        dtype = str(rng.choice(case.dtypes)) if primitive.floating else None
        values = {name: _varied(primitive, name, value, rng) for name, value in case.values.items()}
        values |= _unnamed(primitive, case, rng)
        steps = min(case.steps, 3)
        changed = Case(f"{case.name}, varied {number}", hunts=case.hunts, steps=steps, dtypes=case.dtypes, **values)
        try:
            return ask(primitive, changed if rng.random() < 0.8 else case, dtype, whole, self._seed + number), keywords
        except (SuiteFault, MemoryError):
            return None, keywords


def _varied(primitive: Primitive, name: str, value: Any, rng: np.random.Generator) -> Any:
    """Return another value for something that a case names; given arrays and texts stay."""
    options = {option.name: option for option in (*primitive.inputs, *primitive.options)}
    if isinstance(value, Each) or rng.random() < 0.5:
        return value
    if isinstance(value, Draw):
        return value if value.shape is not None or rng.random() < 0.5 else _draw(primitive, name, rng) or value
    if name in options:
        return _option(options[name], value, rng)
    if isinstance(value, int) and not isinstance(value, bool):
        return int(rng.integers(0 if rng.random() < 0.05 else 1, 5))
    return value


def _unnamed(primitive: Primitive, case: Case, rng: np.random.Generator) -> dict[str, Any]:
    """Return values for some options and arrays that a case leaves at their defaults."""
    found = {}
    for item in (*primitive.inputs, *primitive.options):
        if item.name in case.values or rng.random() < 0.8:
            continue
        value = _option(item, None, rng) if not hasattr(item, "shape") else _draw(primitive, item.name, rng)
        if value is not None:
            found[item.name] = value
    return found


def _draw(primitive: Primitive, name: str, rng: np.random.Generator) -> Draw | None:
    """Return an ordinary draw for an array of floats; what selects or must stay in bounds keeps its own."""
    tensor = next((t for t in primitive.tensors if t.name == name), None)
    plain = tensor is not None and tensor.dtype == "float" and tensor.draw is None
    return _DRAWS[int(rng.integers(len(_DRAWS)))] if plain else None


def _option(option: Any, value: Any, rng: np.random.Generator) -> Any:
    if isinstance(option, Real):
        low, high = max(option.low, -2.0), min(option.high, 2.0)
        drawn = float(rng.uniform(low, max(low, high)))
        return (
            drawn if rng.random() < 0.8 else float(rng.choice([max(low, 0.0), max(low, min(high, 1.0)), drawn * 1e-3]))
        )
    if isinstance(option, Flag):
        return bool(rng.integers(2))
    if isinstance(option, Count) and (value is None or isinstance(value, int)):
        return int(rng.integers(option.low, option.low + 6))
    if isinstance(option, Pair) and not isinstance(value, str):
        one, two = (int(n) for n in rng.integers(option.low, option.low + 4, 2))
        return one if rng.random() < 0.4 else (one, two)
    return value
