"""Adapting: make of a plan and a module's code a function that takes the catalogue's arguments.

Runs wherever the foreign code runs, and needs nothing of the suite but this package and the style files.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from primcheck.manner import Manner
from primcheck.style import BuiltIn, Follows, Way
from primcheck.styles.expected import Call
from primcheck.styles.plan import Foreign, Plan
from primcheck.styles.rooms import recipes_in

STRANGE = ("theirs", "memory")
"""Parameters of a recipe that are no arguments of the catalogue's."""


class Theirs:
    """The foreign code under the names that a style has for it."""

    def __init__(self, foreign: Mapping[str, Foreign], namespace: Mapping[str, Any]) -> None:
        for name, one in foreign.items():
            setattr(self, name, _caller(namespace[one.call.name], one.call, one.methods))
        self._foreign = foreign

    def takes(self, name: str, role: str) -> bool:
        """Tell whether a foreign callable has a parameter for a role."""
        return any(role == known for known, _, _ in self._foreign[name].call.places)


class Thing:
    """An object of a foreign class: its methods are called in the roles of the style, the rest is the object's own."""

    def __init__(self, own: Any, methods: Mapping[str, Call]) -> None:
        object.__setattr__(self, "own", own)
        object.__setattr__(self, "known", methods)

    def __getattr__(self, name: str) -> Any:
        call = self.known.get(name)
        return getattr(self.own, name) if call is None else _caller(getattr(self.own, call.name), call, None)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self.own, name, value)


def _caller(callable_: Callable[..., Any], call: Call, methods: Mapping[str, Call] | None) -> Callable[..., Any]:
    def asked(*given: Any, **named: Any) -> Any:
        values = {**dict(zip(call.roles, given, strict=False)), **named}
        placed, keywords = arranged(call, values)
        made = callable_(*placed, **keywords)
        return made if methods is None else Thing(made, methods)

    return asked


def arranged(call: Call, values: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """Lay out arguments by role as the foreign callable takes them; roles that it does not know are left out."""
    placed: list[Any] = []
    keywords: dict[str, Any] = {}
    gap = False
    for role, name, must in call.places:
        if role not in values:
            gap = True
        elif gap or must:
            keywords[name] = values[role]
        else:
            placed.append(values[role])
    return placed, keywords


class Adapted:
    """A foreign callable that takes the catalogue's arguments. `begin` gives a fresh one, with a memory of its own."""

    def __init__(self, plan: Plan, recipe: Callable[..., Any], theirs: Theirs, manner: Manner | None = None) -> None:
        self.plan, self.recipe, self.theirs = plan, recipe, theirs
        self.judged: Any = None
        self.memory: dict[str, Any] = {}
        self.manner = manner or Manner(plan.style)
        self.__module__ = plan.module
        self.__name__ = self.__qualname__ = plan.label
        self.__signature__ = signature_for(plan, recipe)

    def begin(self) -> Adapted:
        """Return the same with nothing kept from earlier calls."""
        return Adapted(self.plan, self.recipe, self.theirs, self.manner)

    def __call__(self, *inputs: Any, **options: Any) -> Any:
        """Ask the foreign code as the recipe does."""
        parameters = inspect.signature(self.recipe).parameters
        kept = {name: value for name, value in options.items() if name not in self.plan.ignored}
        for name, parameter in parameters.items():
            kind = getattr(parameter.annotation, "plain", None)
            if kind is not None and name in kept:
                kept[name] = kind(kept[name])
            if name in self.plan.constant or name in self.plan.ignored:
                kept[name] = None
            elif isinstance(parameter.default, Way):
                kept.setdefault(name, next(iter(parameter.default.told)))
            elif isinstance(parameter.default, Follows):
                kept.setdefault(name, parameter.default.alternatives[0])
        strange = [self.memory] if "memory" in parameters else []
        return self.recipe(self.theirs, *strange, *inputs, **kept)


def signature_for(plan: Plan, recipe: Callable[..., Any]) -> inspect.Signature:
    """Return the catalogue's signature as far as the recipe takes it; conventions that the recipe acts on are keywords."""
    kept = []
    for name, parameter in inspect.signature(recipe).parameters.items():
        if name in STRANGE or isinstance(parameter.default, Follows):
            continue
        if name in plan.constant or name in plan.ignored:
            # The code has a value of its own, and is not told one.
            parameter = parameter.replace(default=None)
        elif isinstance(parameter.default, BuiltIn):
            parameter = parameter.replace(default=parameter.empty)
        elif isinstance(parameter.default, Way):
            parameter = parameter.replace(default=next(iter(parameter.default.told)))
        kept.append(parameter.replace(annotation=parameter.empty))
    rest = sorted(set(plan.ignored) - {parameter.name for parameter in kept})
    kept += [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None) for name in rest]
    return inspect.Signature(kept)


def adapted(plan: Plan, namespace: Mapping[str, Any], manner: Manner | None = None) -> Adapted:
    """Return the function that a plan describes, of the code in a namespace."""
    made = Adapted(plan, recipes_in(plan.style)[plan.recipe], Theirs(plan.foreign, namespace), manner)
    made.judged = namespace[plan.label.partition(".")[0]]
    return made
