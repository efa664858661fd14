"""Planning: an inventory and the styles become plans, and a list of what nobody understands."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from primcheck.inventory import Entry, Inventory
from primcheck.spec import Primitive
from primcheck.styles.expected import Call, Expected, Signature, fit, fit_class, plain
from primcheck.styles.manners import constants, options_of
from primcheck.styles.mapping import NOTHING
from primcheck.styles.mapping import Mapping as Told
from primcheck.styles.plan import Foreign, Plan
from primcheck.styles.rooms import Room, words_of

SURE, SURER = 0.6, 0.75
"""How well a signature must fit, from 0 to 1, for code to be taken for what it is called, unless it is said to be that; and
for it to be taken for one style's.
"""


@dataclass(frozen=True)
class Match:
    """A foreign callable that fits a signature of a style."""

    room: Room
    expected: Expected
    entry: Entry
    foreign: Foreign

    @property
    def score(self) -> float:
        """How well it fits, from 0 to 1."""
        return self.foreign.call.score


@dataclass(frozen=True)
class Reading:
    """How a module is understood: a plan or more for each primitive, the best first, and what is left over, with a reason.

    `seen` counts the callables that bear a name of the styles followed, and those of them whose signature fits.
    """

    plans: Mapping[str, tuple[Plan, ...]] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)
    seen: tuple[int, int] = (0, 0)


def understood(
    inventory: Inventory, rooms: list[Room], primitives: Mapping[str, Primitive], told: Told = NOTHING
) -> Reading:
    """Return how the code of an inventory is asked the primitives' questions."""
    matches, misses = _matches(inventory, rooms, told)
    plainly = {n for n, entry in inventory.items() if n in primitives and callable_as(entry, primitives[n]) == 1.0}
    # A single signature that fits is no evidence of a style; common names explain it as well.
    found = {r.name: _weight(r, matches, plainly) for r in rooms}
    weight = {r.name: 0.0 if r.style.general else found[r.name] if found[r.name] >= 1.5 else -1.0 for r in rooms}
    forced = told != NOTHING or len(rooms) == 1
    plans = [
        p for room in rooms for p in _plans(room, matches, primitives, forced) if told.allows(p.primitive, _head(p))
    ]
    best: dict[str, tuple[float, float]] = {}
    order = {room.module: weight[room.name] for room in rooms}
    for plan in plans:
        rank = round(plan.confidence, 1), order[plan.style]
        head = _head(plan)
        best[head] = max(best.get(head, rank), rank)
    chosen: dict[str, list[Plan]] = {}
    heads: dict[str, str] = {}
    for plan in plans:
        head = _head(plan)
        if (round(plan.confidence, 1), order[plan.style]) != best[head] or heads.setdefault(
            head, plan.style
        ) != plan.style:
            continue
        if plan.primitive not in told.primitives and _is_catalogues(inventory, head, plan, primitives, order):
            continue
        chosen.setdefault(plan.primitive, []).append(plan)
    chosen = {name: [*_once(found)] for name, found in chosen.items()}
    final = {name: tuple(_following(plan, chosen) for plan in found) for name, found in chosen.items()}
    used = {one.call.name for found in final.values() for plan in found for one in plan.foreign.values()}
    followed = {plan.style for found in final.values() for plan in found}
    reasons = {entry: why for entry, (room, why) in misses.items() if entry not in used and room in followed}
    fitting = {m.entry.name for m in matches if m.room.module in followed}
    left = {name: reasons.get(name, "") for name in inventory if name not in used and name not in primitives}
    foreign = max(weight.values(), default=0.0) > 1.5
    unlike = [
        n for n, e in inventory.items() if n in primitives and n not in used and not _meant(e, primitives[n], foreign)
    ]
    left |= {name: reasons.get(name, f"it cannot be called as {primitives[name].signature}") for name in unlike}
    return Reading(final, left, (len(fitting), len(fitting | set(reasons))))


def callable_as(entry: Entry, primitive: Primitive) -> float:
    """Tell how surely something can be called the catalogue's way, from 0 (it cannot) to 1 (by its very names)."""
    if entry.parameters is None:
        return 1.0
    inputs = primitive.arguments
    options = [o for o in primitive.options if o.name != "rng"]
    kinds = {p.kind for p in entry.parameters}
    if kinds & {"any", "options"}:
        return 1.0
    placed = [p for p in entry.parameters if p.kind in {"placed", "either"}]
    names = [p.name for p in entry.parameters]
    if any(name not in names for name in inputs) and len(placed) < len(inputs):
        return 0.0
    rest = [p for p in entry.parameters if p.name not in inputs][len([n for n in inputs if n not in names]) :]
    known = {option.name for option in options} | {c.name for c in primitive.conventions} | {"rng"}
    if any(p.required and p.name not in known for p in rest):
        return 0.0
    if any(option.name not in names for option in options):
        return 0.0
    strange = [p.name for p in placed[: len(inputs)] if p.name not in inputs and plain(p.name) in _STRANGE]
    return 0.5 if strange else 1.0


_STRANGE = {
    "cache", "caches", "hparameters", "config", "params", "parameters", "grads", "self", "box", "bbox", "rect", "box1", "box2",
    "boxa", "boxb", "bb1", "bb2", "bbox1", "bbox2", "bboxa", "bboxb", "rect1", "rect2", "recta", "rectb",
}  # fmt: skip
"""Names of parameters that are none of the catalogue's: of things that are kept, of a single box."""


def _is_catalogues(
    inventory: Inventory, head: str, plan: Plan, primitives: Mapping[str, Primitive], weight: Mapping[str, float]
) -> bool:
    """Tell whether a callable with a primitive's name is better asked the catalogue's way than a style's."""
    entry = inventory[head]
    if head not in primitives:
        return False
    sure = callable_as(entry, primitives[head])
    if plan.primitive == head and (_turned(plan, primitives[head]) or _in_other_words(entry, plan, primitives[head])):
        return False
    # A style of which there is other evidence knows what its functions return; general names are no evidence.
    if sure < 1.0 or (weight[plan.style] > 1.5 and plan.confidence >= 0.9):
        return False
    foreign = max(weight.values(), default=0.0) > 1.5
    names = {parameter.name for parameter in entry.parameters or ()}
    return not foreign or names >= set(primitives[head].arguments)


def _in_other_words(entry: Entry, plan: Plan, primitive: Primitive) -> bool:
    """Tell whether a function of a primitive's own name has none of its words for its inputs, and all of another style's."""
    names = {parameter.name for parameter in entry.parameters or ()}
    return len(primitive.arguments) > 1 and names.isdisjoint(primitive.arguments) and plan.confidence >= 0.9


def _meant(entry: Entry, primitive: Primitive, foreign: bool) -> bool:
    """Tell whether a function of a primitive's name may be meant as the catalogue's; in foreign code by its parameters."""
    names, inputs = {parameter.name for parameter in entry.parameters or ()}, set(primitive.arguments)
    if foreign:
        return callable_as(entry, primitive) > 0 and names >= inputs
    return callable_as(entry, primitive) > 0 or not names.isdisjoint(inputs)


def _turned(plan: Plan, primitive: Primitive) -> bool:
    """Tell whether a function of a primitive's own name takes its inputs in another order, by their names."""
    for one in plan.foreign.values():
        roles = [role for role, _, _ in one.call.places if role in primitive.arguments]
        if one.call.score == 1.0 and roles != [name for name in primitive.arguments if name in roles]:
            return True
    return False


def _matches(inventory: Inventory, rooms: list[Room], told: Told) -> tuple[list[Match], dict[str, tuple[str, str]]]:
    """Return what fits, and why what bears the right name does not."""
    matches: list[Match] = []
    misses: dict[str, tuple[str, str]] = {}
    for room in rooms:
        also = room.also
        for expected in room.expected:
            for entry in inventory.values():
                if not _called(entry, expected, told):
                    continue
                found = _fit(expected, entry, also, told.arguments.get(entry.name))
                if isinstance(found, str):
                    misses.setdefault(entry.name, (room.module, found))
                else:
                    matches.append(Match(room, expected, entry, found))
    return matches, misses


def _called(entry: Entry, expected: Expected, told: Told) -> bool:
    if entry.is_class != expected.of_class or entry.name in told.ignore:
        return False
    if entry.name in told.names.values():
        return any(told.names.get(name) == entry.name for name in expected.made.names)
    if entry.name in told.primitives.values() and not any(told.names):
        return True
    return plain(entry.name) in {plain(name) for name in expected.made.names}


def _fit(
    expected: Expected, entry: Entry, also: Mapping[str, frozenset[str]], told: Mapping[str, str] | None
) -> Foreign | str:
    if not expected.of_class:
        call = fit(expected.made, entry.parameters, entry.name, also, told)
        return call if isinstance(call, str) else Foreign(call)
    both = fit_class(expected, entry, also, told)
    return both if isinstance(both, str) else Foreign(*both)


def _weight(room: Room, matches: list[Match], plainly: set[str]) -> float:
    """Return how much of a module follows a style: the sum of the scores of what fits it and could not be anyone's."""
    best: dict[str, float] = {}
    for match in matches:
        if match.room is room and match.entry.name not in plainly:
            best[match.entry.name] = max(match.score, best.get(match.entry.name, 0.0))
    return sum(score for score in best.values() if score >= 0.5)


def _plans(room: Room, matches: list[Match], primitives: Mapping[str, Primitive], forced: bool) -> Iterator[Plan]:
    mine = [match for match in matches if match.room is room]
    known = {expected.made.name: expected for expected in room.expected}
    for name, recipe in room.recipes.items():
        primitive = primitives.get(name.partition("__")[0])
        words = words_of(recipe)
        used = [word for word in words if word in known]
        if primitive is None or not used:
            continue
        methods = set(words)
        *helpers, head = used
        for main in (m for m in mine if m.expected.made.name == head):
            foreign = {head: main}
            for helper in helpers:
                found = [m for m in mine if m.expected.made.name == helper and m.entry.name != main.entry.name]
                near = max(found, key=lambda m: (_likeness(m.entry.name, main.entry.name), m.score), default=None)
                if near is not None:
                    foreign[helper] = near
            complete = len(foreign) == len(used) and all(_has(m, methods) for m in foreign.values())
            if complete and (
                forced or min(m.score for m in foreign.values()) >= (SURE if room.style.general else SURER)
            ):
                yield _plan(primitive, room, name, main, foreign, methods)


def _plan(
    primitive: Primitive, room: Room, name: str, main: Match, foreign: Mapping[str, Match], methods: set[str]
) -> Plan:
    recipe = room.recipes[name]
    taken = options_of(recipe, primitive)
    maybe = {role.name for m in foreign.values() for s in _signatures(m.expected) for role in s.roles}
    bound = {role for m in foreign.values() for call in _calls(m.foreign) for role, _, _ in call.places}
    constant = constants(recipe) - bound
    absent = {option for option in taken if option in maybe and option not in bound} - constant - {"rng"}
    declared = {option.name for option in primitive.options if option.name != "rng"}
    label = main.entry.name
    used = [s.name for s in main.expected.methods if s.name in methods]
    if main.expected.of_class and used:
        label += f".{(main.foreign.methods or {})[used[-1]].name}"
    return Plan(
        primitive=primitive.name,
        style=room.module,
        recipe=name,
        label=label,
        module=main.entry.module,
        foreign={key: match.foreign for key, match in foreign.items()},
        confidence=round(sum(m.score for m in foreign.values()) / len(foreign), 3),
        ignored=tuple(sorted((declared - set(taken)) | absent)),
        constant=tuple(sorted(constant)),
    )


def _has(match: Match, methods: set[str]) -> bool:
    """Tell whether a class has the methods that a recipe names."""
    return all(s.name in (match.foreign.methods or {}) for s in match.expected.methods if s.name in methods)


def _signatures(expected: Expected) -> tuple[Signature, ...]:
    return (expected.made, *expected.methods)


def _calls(foreign: Foreign) -> list[Call]:
    return [foreign.call, *(foreign.methods or {}).values()]


def _head(plan: Plan) -> str:
    """Return the name of the callable that a plan is about."""
    return plan.label.partition(".")[0]


def _once(found: list[Plan]) -> Iterator[Plan]:
    """Yield plans, those that ask the same callable only once."""
    seen = set()
    for plan in sorted(found, key=lambda p: "__" in p.recipe):
        if plan.label not in seen:
            seen.add(plan.label)
            yield plan


def _following(plan: Plan, chosen: Mapping[str, list[Plan]]) -> Plan:
    """Return a plan with the primitives whose code it runs first: those that use a part of what it uses."""
    mine = _uses(plan)
    after = [name for name, (one, *_) in chosen.items() if _uses(one) < mine and one.style == plan.style]
    return replace(plan, after=tuple(after))


def _uses(plan: Plan) -> set[str]:
    from primcheck.styles.rooms import recipes_in

    words = set(words_of(recipes_in(plan.style)[plan.recipe]))
    return {
        f"{one.call.name}.{method}" if method else one.call.name
        for one in plan.foreign.values()
        for method in ("", *(call.name for key, call in (one.methods or {}).items() if key in words))
    }


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
