"""What a style expects: signatures, read from its text, and how code of nearly that signature is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from primcheck.inventory import Entry, Parameter

_CALL = re.compile(r"([\w| ]+)\(([^)]*)\)")


@dataclass(frozen=True)
class Role:
    """A parameter that a style expects; one that is not `required` may be missing."""

    name: str
    required: bool


@dataclass(frozen=True)
class Signature:
    """A callable that a style expects, under any of several names."""

    names: tuple[str, ...]
    roles: tuple[Role, ...]

    @property
    def name(self) -> str:
        """What recipes call it."""
        return self.names[0]


@dataclass(frozen=True)
class Expected:
    """A function, or a class with some methods; `of_class` also where no method is named."""

    made: Signature
    methods: tuple[Signature, ...] = ()
    of_class: bool = False


@dataclass(frozen=True)
class Call:
    """How one foreign callable is called: its name, and its parameters in order with the role that each one plays.

    Each place is (role, their name, whether it must be named).
    """

    name: str
    roles: tuple[str, ...]
    places: tuple[tuple[str, str, bool], ...]
    score: float = 1.0


@cache
def read(text: str) -> tuple[Expected, ...]:
    """Read the signatures of a style, one a line."""
    found = []
    for line in filter(None, (line.split("#")[0].strip() for line in text.splitlines())):
        made, *methods = (_signature(*match) for match in _CALL.findall(line))
        found.append(Expected(made, tuple(methods), ":" in line))
    return tuple(found)


def _signature(names: str, roles: str) -> Signature:
    parts = [part.partition("=")[0].strip() for part in roles.split(",") if part.strip()]
    return Signature(
        tuple(name.strip() for name in names.split("|")),
        tuple(Role(part.rstrip("?"), not part.endswith("?")) for part in parts),
    )


def plain(name: str) -> str:
    """Return a name as it is compared: without case and underscores."""
    return name.replace("_", "").lower()


@cache
def words(text: str) -> Mapping[str, frozenset[str]]:
    """Read which other words stand for a role: `role: word word`, one role a line."""
    lines = (line.partition(":") for line in text.splitlines() if line.strip())
    return {role.strip(): frozenset(plain(word) for word in rest.split()) for role, _, rest in lines}


def fit(
    wanted: Signature,
    theirs: tuple[Parameter, ...] | None,
    name: str,
    also: Mapping[str, frozenset[str]],
    told: Mapping[str, str] | None = None,
) -> Call | str:
    """Return how something is called in the roles of a signature, or why it cannot be.

    A parameter plays the role whose name it bears, or a word for it; what is left over takes what is left, in order.
    `told` says, by role, which parameter it is.
    """
    roles = tuple(role.name for role in wanted.roles)
    if theirs is None:
        return Call(name, roles, tuple((role.name, role.name, False) for role in wanted.roles if role.required), 0.5)
    open_roles = {role.name: role.required for role in wanted.roles}
    played: dict[str, str] = {}
    named = [p for p in theirs if p.kind in {"placed", "either", "named"}]
    for knows in (lambda r, p: (told or {}).get(r) == p.name, _same, lambda r, p: plain(p.name) in also.get(r, ())):
        for role in list(open_roles):
            match = next((p for p in named if p.name not in played and knows(role, p)), None)
            if match is not None:
                played[match.name] = role
                del open_roles[role]
    known = len(played)
    swallow = any(p.kind == "any" for p in theirs)
    for wants in (True, False):
        for parameter in (p for p in named if p.name not in played and p.required == wants and p.kind != "named"):
            left = [role for role, required in open_roles.items() if required]
            if left:
                played[parameter.name] = left[0]
                del open_roles[left[0]]
    lost = [p.name for p in named if p.required and p.name not in played]
    if lost:
        return f"its {_listed(lost)} {'is' if len(lost) == 1 else 'are'} not understood"
    missing = [role for role, required in open_roles.items() if required]
    if missing and not swallow:
        return f"it takes no {_listed(missing)}"
    # What stands behind a parameter that is left to its default must be named.
    gap = next((i for i, p in enumerate(named) if p.name not in played), len(named))
    places = [
        (played[p.name], p.name, p.kind == "named" or (p.kind == "either" and i > gap))
        for i, p in enumerate(named)
        if p.name in played
    ]
    places += [(role, role, False) for role in missing]
    asked = sum(role.required for role in wanted.roles)
    guessed = len(played) - known + len(missing)
    spare = sum(1 for p in named if p.name not in played)
    score = 1.0 if not asked and not played else known / max(1, known + guessed)
    return Call(name, roles, tuple(places), max(0.0, score - 0.03 * spare))


def fit_class(
    wanted: Expected,
    entry: Entry,
    also: Mapping[str, frozenset[str]],
    told: Mapping[str, str] | None = None,
) -> tuple[Call, dict[str, Call]] | str:
    """Return how a class and its methods are called, or why they cannot be."""
    made = fit(wanted.made, entry.parameters, entry.name, also, told)
    if isinstance(made, str):
        return made
    calls, scores = {}, [made.score]
    for method in wanted.methods:
        known = {plain(name): name for name in entry.methods or {}}
        called = next((known[plain(n)] for n in method.names if plain(n) in known), None)
        if called is None:
            continue
        call = fit(method, (entry.methods or {})[called], called, also, told)
        if isinstance(call, Call):
            calls[method.name] = call
            scores.append(call.score)
    if wanted.methods and not calls:
        return f"it has none of the methods {_listed([m.name for m in wanted.methods])}"
    missing = len(wanted.methods) - len(calls)
    return Call(made.name, made.roles, made.places, sum(scores) / (len(scores) + 0.5 * missing)), calls


def _same(role: str, parameter: Parameter) -> bool:
    return plain(role) == plain(parameter.name)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
