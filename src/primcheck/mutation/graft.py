"""Grafts: a room's primitives with one of its modules replaced, and which functions each primitive runs through."""

from __future__ import annotations

import ast
import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from primcheck.mutation.mutants import defined

Place = tuple[str, str]
"""A module and a name that it defines."""


@dataclass(frozen=True)
class Room:
    """The modules of a package such as `primcheck.reference`, read but not changed.

    Where code is `compiled`, a function is what Numba's `overload` puts in its place.
    """

    package: str
    compiled: bool = False

    @cached_property
    def modules(self) -> Mapping[str, Path]:
        """The room's modules by name."""
        root = Path(next(iter(importlib.import_module(self.package).__path__)))
        found = {}
        for path in sorted(root.rglob("*.py")):
            if path.name != "__init__.py":
                found[".".join([self.package, *path.relative_to(root).with_suffix("").parts])] = path
        return found

    def source(self, module: str) -> str:
        """Return a module's text. Compiled code must not be kept on disk: Numba would take a mutant's for right code's,
        for it knows it by the file and by the bytecode, in which constants and what is called do not stand.
        """
        text = self.modules[module].read_text("utf-8")
        return text.replace("cache=True", "cache=False") if self.compiled else text

    @cached_property
    def _trees(self) -> Mapping[str, ast.Module]:
        return {name: ast.parse(self.source(name)) for name in self.modules}

    def imports(self, module: str) -> dict[str, Place]:
        """Return the names that a module gets from others of the room, with their origin; a module's has no name."""
        found = {}
        for node in ast.walk(self._trees[module]):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = module.rsplit(".", node.level)[0]
                origin = f"{base}.{node.module}" if node.module else base
                for alias in node.names:
                    whole = f"{origin}.{alias.name}"
                    found[alias.asname or alias.name] = (whole, "") if whole in self.modules else (origin, alias.name)
        return found

    @cached_property
    def _uses(self) -> Mapping[Place, frozenset[Place]]:
        """What each function or constant of the room refers to."""
        found: dict[Place, set[Place]] = {}
        for module, tree in self._trees.items():
            names = {name: (module, name) for item in tree.body if (name := defined(item))} | self.imports(module)
            for item in tree.body:
                name = defined(item)
                if name:
                    found.setdefault((module, name), set()).update(_referred(item, names))
                    for replaced in _overloaded(item) if self.compiled else ():
                        found.setdefault((module, replaced), set()).add((module, name))
        return {place: frozenset(used) for place, used in found.items()}

    def reach(self, module: str, name: str) -> frozenset[Place]:
        """Return everything that a function runs through, itself included."""
        reached: set[Place] = set()
        ahead = [(module, name)]
        while ahead:
            place = ahead.pop()
            if place not in reached:
                reached.add(place)
                ahead += self._uses.get(place, ())
        return frozenset(reached)

    def functions(self, module: str, code: CodeType, wanted: Mapping[str, Place]) -> dict[str, Callable[..., Any]]:
        """Run a changed module and, anew, all that import it; return functions by name from their places."""
        fresh: dict[str, ModuleType] = {}
        order = self._importing(module)
        with _put_back(order):
            for name in order:
                made = fresh[name] = ModuleType(name)
                made.__package__ = name.rpartition(".")[0]
                made.__file__ = str(self.modules[name])
                _install(name, made)
                exec(code if name == module else self._code(name), vars(made))
        return {
            name: getattr(fresh.get(home) or importlib.import_module(home), function)
            for name, (home, function) in wanted.items()
        }

    @cache  # noqa: B019  # a room lives as long as the process
    def _code(self, module: str) -> CodeType:
        return compile(self._trees[module], str(self.modules[module]), "exec")

    @cache  # noqa: B019  # a room lives as long as the process
    def _importing(self, module: str) -> list[str]:
        """Return a module and all that import it, each after what it imports."""
        importing = {name: {origin for origin, _ in self.imports(name).values()} for name in self.modules}
        order = [module]
        while True:
            more = [name for name in self.modules if name not in order and importing[name] & set(order)]
            ready = [name for name in more if not importing[name] & set(more)]
            if not ready:
                return order
            order += ready


@cache
def room_of(package: str) -> Room:
    """Return the modules of a package, read once."""
    return Room(package)


def _referred(item: ast.stmt, names: Mapping[str, Place]) -> Iterator[Place]:
    for node in ast.walk(item):
        if isinstance(node, ast.Name) and node.id in names:
            yield names[node.id]
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
            yield names[node.value.id][0], node.attr


def _overloaded(item: ast.stmt) -> Iterator[str]:
    for decorator in getattr(item, "decorator_list", ()):
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "overload":
            yield ast.unparse(decorator.args[0])


@contextlib.contextmanager
def _put_back(modules: Sequence[str]) -> Iterator[None]:
    """Let modules be replaced inside; afterwards everything is as it was."""
    before = {name: importlib.import_module(name) for name in modules}
    try:
        yield
    finally:
        for name, module in before.items():
            _install(name, module)


def _install(name: str, module: ModuleType) -> None:
    """Let every kind of import find a module under a name."""
    parent, _, child = name.rpartition(".")
    sys.modules[name] = module
    setattr(sys.modules[parent], child, module)
