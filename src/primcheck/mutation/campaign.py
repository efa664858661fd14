"""A campaign: every mutant of a room's modules is put on trial; what survives is looked at once more."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import inspect
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from primcheck.composite import compose
from primcheck.mutation import mutants, operators
from primcheck.mutation.apart import apart
from primcheck.mutation.equivalence import ENOUGH, Likenesses
from primcheck.mutation.graft import Place, Room
from primcheck.mutation.mutants import Mutant
from primcheck.mutation.trial import Trial
from primcheck.mutation.variations import Variations
from primcheck.patience import frugally
from primcheck.spec import Primitive
from primcheck.store import TruthStore
from primcheck.suite import Suite

MEMORY = 4_000_000_000
"""Bytes that a mutant may ask for: one with a wrong shape asks for more than there is."""


@dataclass(frozen=True)
class Task:
    """One module of a room, and the primitives that run through it; digests of their code, and of what they are asked."""

    room: str
    module: str
    path: str
    file: str
    primitives: tuple[str, ...]
    code: str
    asked: str
    draws: bool
    """Whether it is compiled code that draws random numbers: its statistics take Python minutes."""


class Campaign:
    """Rooms under mutation. Compiled code is tried as plain Python, on the questions that are small enough for that,
    unless it shall be `compiled`, which takes seconds a mutant; what survives of code that draws random numbers has to be.
    """

    def __init__(self, suite: Suite, rooms: tuple[str, ...], *, compiled: bool = False) -> None:
        self.suite = suite
        self.compiled = compiled
        self.rooms = {name: Room(f"{suite.package}.{_package(name)}", compiled) for name in rooms}
        self.wanted = list(suite.primitives.values())
        self.store = TruthStore(suite)
        self._trials: dict[tuple[str, str], Trial] = {}
        self._likenesses: dict[tuple[str, str], Likenesses] = {}
        self._asked: dict[str, Variations] = {}

    def forget(self) -> None:
        """Let go of the questions of the primitives that were last at work."""
        for kept in (self._trials, self._likenesses, self._asked):
            kept.clear()

    def tasks(self) -> Iterator[Task]:
        """Yield what there is to do, module by module."""
        for name, room in self.rooms.items():
            reaching: dict[str, list[Primitive]] = {}
            for primitive in self.wanted:
                home = self._home(room, primitive)
                if home is not None:
                    for module in {module for module, _ in room.reach(*home)}:
                        reaching.setdefault(module, []).append(primitive)
            for module, path in room.modules.items():
                if module in reaching:
                    short = f"{name}/{'/'.join(module.removeprefix(room.package + '.').split('.'))}.py"
                    primitives = reaching[module]
                    names = tuple(primitive.name for primitive in primitives)
                    asked = _digest(self.suite.spec_digest(primitive).encode() for primitive in primitives)
                    code = self._code(room, path, primitives)
                    draws = name == "jit" and 2 * sum(primitive.random for primitive in primitives) >= len(primitives)
                    yield Task(name, module, short, str(path), names, code, asked, draws)

    def examine(self, task: Task, *, every: int = 1, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Try the mutants of a module, or one in so many; return the line of the record.

        With a line from `before`, when the same code was asked other things, only what survived then is tried again.
        """
        room = self.rooms[task.room]
        homes = {p.name: home for p in self.wanted if p.name in task.primitives and (home := self._home(room, p))}
        reaches = {name: room.reach(*home) for name, home in homes.items()}
        names = frozenset(name for reach in reaches.values() for module, name in reach if module == task.module)
        path = room.modules[task.module]
        known = {survivor["mutant"]: survivor for survivor in before["survivors"]} if before else None
        counts = {name: [0, 0] for name in homes}
        survived = []
        total = 0
        with _quiet():
            for i, mutant in enumerate(mutants.mutants(room.source(task.module), str(path), names)):
                if i % every:
                    continue
                total += 1
                reached = {n: homes[n] for n in homes if (task.module, mutant.function) in reaches[n]}
                tried = known is None or mutant.name in known
                rejected = self._rejection(room, task, mutant, reached) if tried else "as before"
                for name in reached:
                    counts[name][0] += 1
                    counts[name][1] += rejected is not None
                if rejected is None:
                    found = (known or {}).get(mutant.name, {})
                    if task.draws and not self.compiled:
                        found = {"kind": "different", "tried": 0}  # until it has been tried compiled
                    elif every == 1 and found.get("kind", "different") == "different":
                        found = self._likeness(room, task, mutant, reached)
                    survived.append({**found, "mutant": mutant.name, "reached": sorted(reached)})
        left_out = sum(self._trials[task.room, name].left_out for name in homes if (task.room, name) in self._trials)
        return {
            "type": "module",
            "path": task.path,
            "code": task.code,
            "asked": task.asked,
            "mutants": total,
            "killed": total - len(survived),
            "primitives": counts,
            "left_out": before["left_out"] if before else left_out,
            "survivors": survived,
            **({"compiled": self.compiled} if task.draws else {}),
        }

    def _rejection(self, room: Room, task: Task, mutant: Mutant, reached: Mapping[str, Place]) -> str | None:
        if not self.compiled:
            return self._rejected(room, task, mutant, reached)
        for name in reached:
            self._trial(room, task.room, name)  # here, so that every copy of this process has it
        crashed: str | None = "crashed"
        return apart(partial(self._rejected, room, task, mutant, reached), crashed)

    def _likeness(self, room: Room, task: Task, mutant: Mutant, reached: Mapping[str, Place]) -> dict[str, Any]:
        if not self.compiled:
            return self._look(room, task, mutant, reached)
        crashed: dict[str, Any] = {"kind": "different", "tried": 0}
        return apart(partial(self._look, room, task, mutant, reached), crashed)

    def _rejected(self, room: Room, task: Task, mutant: Mutant, reached: Mapping[str, Place]) -> str | None:
        try:
            functions = room.functions(task.module, mutant.code, reached)
        except Exception as error:
            return f"does not load: {type(error).__name__}"
        for name, function in functions.items():
            by = self._trial(room, task.room, name).rejected(self._whole(name, function))
            if by is not None:
                return f"{name}: {by}"
        return None

    def _look(self, room: Room, task: Task, mutant: Mutant, reached: Mapping[str, Place]) -> dict[str, Any]:
        """Return how a survivor differs from right code, the clearest difference of all primitives."""
        found = []
        for name, function in room.functions(task.module, mutant.code, reached).items():
            right = self._right(room, name)
            if (task.room, name) not in self._likenesses:
                primitive = self.suite.primitive(name)
                self._likenesses[task.room, name] = Likenesses(
                    primitive,
                    right,
                    self.suite.reference(primitive),
                    self._asked.setdefault(name, Variations(primitive)),
                    AS_PYTHON if task.room == "jit" and not self.compiled else PATIENCE,
                )
            likeness = self._likenesses[task.room, name].of(self._whole(name, function), -(-ENOUGH // len(reached)))
            found.append((_ORDER.index(likeness.kind), name, likeness))
            if likeness.kind == "different":
                break
        _, name, likeness = min(found)
        tried = sum(other.tried for _, _, other in found)
        shown = {"where": name, "example": likeness.example} if likeness.example else {}
        return {"kind": likeness.kind, "tried": tried, **shown}

    def _trial(self, room: Room, room_name: str, name: str) -> Trial:
        if (room_name, name) not in self._trials:
            primitive = self.suite.primitive(name)
            kind = {"compiled": self.compiled, "as_python": not self.compiled} if room_name == "jit" else {}
            self._trials[room_name, name] = Trial(primitive, self.store, self._right(room, name), **kind)
        return self._trials[room_name, name]

    def _right(self, room: Room, name: str) -> Callable[..., Any]:
        home = self._home(room, self.suite.primitive(name))
        assert home is not None
        return self._whole(name, getattr(importlib.import_module(home[0]), home[1]))

    def _whole(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a program with the reference's primitives; anything else as it is."""
        primitive = self.suite.primitive(name)
        if not primitive.uses:
            return function
        parts = {part: self.suite.reference(self.suite.primitive(part)) for part in primitive.uses}
        return compose(function, parts)

    def _home(self, room: Room, primitive: Primitive) -> Place | None:
        """Return where a room defines a primitive."""
        module = f"{room.package}.{primitive.family}.{primitive.operation}"
        return (module, primitive.name) if module in room.modules and room.reach(module, primitive.name) else None

    def _code(self, room: Room, path: Path, primitives: list[Primitive]) -> str:
        """Return the digest of what decides a module's mutants, and how they behave."""
        parts = [path.read_bytes()]
        for primitive in primitives:
            home = self._home(room, primitive)
            reached = {module for module, _ in room.reach(*home)} if home else set()
            parts += [room.modules[module].read_bytes() for module in sorted(reached)]
        return _digest(
            [*parts, *(Path(inspect.getsourcefile(tool) or "").read_bytes() for tool in (mutants, operators))]
        )


def _digest(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:16]


PATIENCE, AS_PYTHON = 30.0, 3.0
"""Seconds for the questions that a survivor is asked besides; loops over elements run as Python are asked fewer."""

_ORDER = ("different", "rounding", "refusals", "same")


def _package(room: str) -> str:
    return room if room == "reference" else f"impls.{room}"


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Let mutants warn, and ask for too much memory, without harm."""
    with frugally(MEMORY), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield
