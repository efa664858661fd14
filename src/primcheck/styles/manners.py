"""The manner of a recipe: what it cannot be asked, what the code has built in, which conventions it follows.

Derived where code is judged, from the style file and the spec alone: foreign code has no say in it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from primcheck.manner import Manner
from primcheck.spec import REQUIRED, Primitive
from primcheck.style import BuiltIn, Follows, Way
from primcheck.styles.plan import Plan
from primcheck.styles.rooms import Room


def manner(plan: Plan, primitive: Primitive, room: Room) -> Manner:
    """Return how the callable of a plan wants to be asked."""
    recipe = room.recipes[plan.recipe]
    parameters = inspect.signature(recipe).parameters
    defaults = {o.name: o.default for o in primitive.options if getattr(o, "default", REQUIRED) is not REQUIRED}
    starts = _starts(primitive) if "memory" in parameters else lambda _: ""

    def declines(given: Mapping[str, Any]) -> str:
        return next(_reasons(plan, recipe, defaults, given), "")

    def may_refuse(given: Mapping[str, Any]) -> str:
        if any(isinstance(value, np.ndarray) and not value.size for value in given.values()):
            return "takes no empty arrays"
        return next(filter(None, (reason({**defaults, **given}) for reason in _of(recipe, "may_refuse"))), "")

    return Manner(
        style=room.style.title,
        built_in={n: p.default.values for n, p in parameters.items() if n in plan.constant},
        conventions={n: p.default.alternatives for n, p in parameters.items() if isinstance(p.default, Follows)},
        ways={n: tuple(p.default.told) for n, p in parameters.items() if isinstance(p.default, Way)},
        after=plan.after,
        declines=declines,
        may_refuse=may_refuse,
        starts=starts,
        guessed=room.style.general,
    )


def options_of(recipe: Callable[..., Any], primitive: Primitive) -> dict[str, Any]:
    """Return the options of a primitive that a recipe takes, with their defaults there."""
    names = {option.name for option in primitive.options}
    return {n: p.default for n, p in inspect.signature(recipe).parameters.items() if n in names}


def texts_of(recipe: Callable[..., Any]) -> dict[str, dict[str, str]]:
    """Return what is to be said of each way that a recipe leaves open."""
    parameters = inspect.signature(recipe).parameters
    return {name: p.default.told for name, p in parameters.items() if isinstance(p.default, Way)}


def constants(recipe: Callable[..., Any]) -> set[str]:
    """Return the options that foreign code may have as constants."""
    return {n for n, p in inspect.signature(recipe).parameters.items() if isinstance(p.default, BuiltIn)}


def _reasons(
    plan: Plan, recipe: Callable[..., Any], defaults: Mapping[str, Any], given: Mapping[str, Any]
) -> Iterator[str]:
    for name in plan.ignored:
        if name in given and given[name] != defaults.get(name, given[name]):
            yield f"takes no {name}"
    parameters = inspect.signature(recipe).parameters
    ways = {name: next(iter(p.default.told)) for name, p in parameters.items() if isinstance(p.default, Way)}
    filled = {**defaults, **ways, **given}
    if any(isinstance(v, np.ndarray) and v.dtype.kind == "f" and not np.all(np.isfinite(v)) for v in given.values()):
        yield "what it does with NaN and infinities was no part of its course"
    for name, parameter in parameters.items():
        wrong = getattr(parameter.annotation, "wrong", None)
        if wrong is not None and name in filled:
            yield from filter(None, [wrong(name, filled[name])])
    yield from filter(None, (reason(filled) for reason in _of(recipe, "declines")))


def _of(recipe: Callable[..., Any], name: str) -> tuple[Callable[..., str], ...]:
    return getattr(recipe, name, ())


def _starts(primitive: Primitive) -> Callable[[Mapping[str, Any]], str]:
    """Return why code that makes its own state cannot start with some arguments: where it does not start from nothing."""
    results = [output.name for output in primitive.outputs][1:]
    states = [tensor.name for tensor in primitive.tensors if tensor.name in results]

    def reason(given: Mapping[str, Any]) -> str:
        begun = any(np.any(given[name]) for name in states) or given.get("step", 1) != 1
        return "makes its own state, and starts from nothing" if begun else ""

    return reason
