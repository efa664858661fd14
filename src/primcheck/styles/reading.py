"""Reading: what a module offers in foreign shapes, as functions that take the catalogue's arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

from primcheck.inventory import Entry, take
from primcheck.loading import own
from primcheck.spec import Primitive
from primcheck.styles.adapting import Adapted, adapted
from primcheck.styles.manners import manner, texts_of
from primcheck.styles.mapping import NOTHING
from primcheck.styles.mapping import Mapping as Told
from primcheck.styles.plan import Plan
from primcheck.styles.planning import Reading, understood
from primcheck.styles.rooms import Room, named, room, rooms


@dataclass(frozen=True)
class Understood:
    """Foreign code as functions by primitive: one, and others that are the same primitive once more; and what to say."""

    functions: Mapping[str, Adapted] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, Adapted]] = field(default_factory=dict)
    line: Mapping[str, Any] | None = None
    left: Mapping[str, str] = field(default_factory=dict)

    def without(self, names: set[str]) -> Understood:
        """Return the same with some names no longer left over."""
        left = {name: why for name, why in self.left.items() if name not in names}
        return replace(self, left=left, line=None if self.line is None else {**self.line, "left": left})


NOBODY = Understood()


@dataclass(frozen=True)
class Choice:
    """What was asked about styles: to follow one, by name or by its file, and a mapping file's word."""

    style: str | None = None
    told: Told = NOTHING

    def styles(self, package: str) -> list[Room]:
        """Return the styles that may be followed: all of a suite, or the one that is asked for.

        Raises:
            UsageError: there is no such style.
        """
        asked = self.style or self.told.style
        return [named(package, asked)] if asked else rooms(package)


ANY = Choice()


def inventory_of(module: ModuleType, root: ModuleType) -> dict[str, Entry]:
    """Return what a module of a target offers: its own code, and what it imports from other files of the target."""
    entries = take(module)
    if module is root:
        return {name: entry for name, entry in entries.items() if own(vars(module)[name], module)}
    return {name: entry for name, entry in entries.items() if entry.module == module.__name__}


def read_modules(
    parts: Iterable[ModuleType],
    root: ModuleType,
    primitives: Mapping[str, Primitive],
    styles: list[Room],
    told: Told = NOTHING,
) -> Understood:
    """Return the foreign code of a target's modules."""
    read = []
    for part in parts:
        inventory = inventory_of(part, root)
        read.append((vars(part), understood(inventory, styles, primitives, told)))
    return gathered(read, primitives)


def gathered(read: Iterable[tuple[Mapping[str, Any], Reading]], primitives: Mapping[str, Primitive]) -> Understood:
    """Make functions of readings, each with the namespace that it is about."""
    functions: dict[str, Adapted] = {}
    others: dict[str, dict[str, Adapted]] = {}
    plans: list[Plan] = []
    left: dict[str, str] = {}
    fitting = seen = 0
    had: set[tuple[str, object, str]] = set()
    for namespace, reading in read:
        for name, found in reading.plans.items():
            for plan in found:
                head, _, method = plan.label.partition(".")
                judged = namespace[head]
                # One thing may have two names. What lives in another process is told by its place.
                thing = name, judged if isinstance(judged, tuple) else id(judged), method
                if thing in had:
                    continue
                had.add(thing)
                function = adapted(plan, namespace, manner(plan, primitives[name], room(plan.style)))
                if functions.setdefault(name, function) is not function:
                    label = plan.label if plan.label not in others.get(name, {}) else f"{plan.module}.{plan.label}"
                    others.setdefault(name, {})[label] = function
                plans.append(plan)
        left.update(reading.left)
        fitting, seen = fitting + reading.seen[0], seen + reading.seen[1]
    order = {name: i for i, name in enumerate(primitives)}
    functions = dict(sorted(functions.items(), key=lambda item: order[item[0]]))
    line = told_of(plans, left, (fitting, seen), primitives) if plans else None
    return Understood(functions, others, line, left)


def told_of(
    plans: list[Plan], left: Mapping[str, str], seen: tuple[int, int], primitives: Mapping[str, Primitive]
) -> dict[str, Any]:
    """Return what the record says of how foreign code was understood."""
    titles = dict.fromkeys(room(plan.style).style.title for plan in plans)
    return {
        "style": " and ".join(titles),
        "confidence": round(sum(plan.confidence for plan in plans) / len(plans), 3),
        "fitting": seen[0],
        "seen": seen[1],
        "read": [
            {
                "callable": plan.label,
                "primitive": plan.primitive,
                "style": room(plan.style).style.title,
                "confidence": plan.confidence,
                "usual": primitives[plan.primitive].default_convention,
                "ways": texts_of(room(plan.style).recipes[plan.recipe]),
            }
            for plan in plans
        ],
        "left": dict(left),
    }
