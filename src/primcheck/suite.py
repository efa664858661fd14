"""What stands in the suite's rooms, found by looking: specs, references, mistakes and techniques. No lists to keep."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from primcheck.composite import compose
from primcheck.faults import SuiteFault, UsageError
from primcheck.spec import Primitive

_RELATIVE = re.compile(r"from (\.+)([\w.]*) import \(?([\w, ]*)")


@dataclass(frozen=True)
class Mistake:
    """A function that is wrong on purpose; its docstring is the explanation its author would be shown."""

    primitive: str
    name: str
    function: Callable[..., Any]
    says: str
    digest: str


@dataclass(frozen=True)
class Suite:
    """The rooms `<package>.specs`, `.reference` and `.impls`."""

    package: str = "primcheck"

    @cached_property
    def primitives(self) -> Mapping[str, Primitive]:
        """Every primitive by name, family by family, forward before backward; programs of primitives come last."""
        found: dict[str, Primitive] = {}
        for module in sorted(self._modules("specs")):
            spec = importlib.import_module(module)
            family, operation = module.split(".")[-2:]
            for name, value in vars(spec).items():
                if isinstance(value, Primitive):
                    if name in found:
                        raise SuiteFault(f"two specs declare {name}: {found[name].operation} and {operation}")
                    definition = inspect.cleandoc(spec.__doc__ or "")
                    found[name] = replace(value, name=name, family=family, operation=operation, definition=definition)
        return dict(sorted(found.items(), key=lambda item: bool(item[1].uses)))

    def primitive(self, name: str) -> Primitive:
        """Return the primitive of that name.

        Raises:
            UsageError: there is none; near names are suggested.
        """
        if name not in self.primitives:
            import difflib

            near = difflib.get_close_matches(name, self.primitives, n=3)
            hint = f"; did you mean {' or '.join(near)}?" if near else "; `primcheck list` shows what there is."
            raise UsageError(f"There is no primitive called {name}{hint}")
        return self.primitives[name]

    def select(self, patterns: str | None) -> list[Primitive]:
        """Return the primitives that match a comma-separated list of names and wildcards; all without one."""
        if patterns is None:
            return list(self.primitives.values())
        chosen: dict[str, None] = {}
        for pattern in filter(None, (part.strip() for part in patterns.split(","))):
            matching = [name for name in self.primitives if fnmatchcase(name, pattern)]
            if not matching:
                if any(sign in pattern for sign in "*?["):
                    raise UsageError(f"No primitive matches {pattern}; `primcheck list` shows what there is.")
                self.primitive(pattern)
            chosen |= dict.fromkeys(matching)
        if not chosen:
            raise UsageError(f"{patterns!r} names no primitive; `primcheck list` shows what there is.")
        return [primitive for name, primitive in self.primitives.items() if name in chosen]

    def reference(self, primitive: Primitive) -> Callable[..., Any]:
        """Return the function that is the truth about a primitive; a program runs with the reference's primitives."""
        function = self.program(primitive)
        if primitive.uses:
            return compose(function, {part: self.reference(self.primitive(part)) for part in primitive.uses})
        return function

    def program(self, primitive: Primitive) -> Callable[..., Any]:
        """Return what the reference defines under a primitive's name."""
        module = importlib.import_module(f"{self.package}.reference.{primitive.family}.{primitive.operation}")
        function = getattr(module, primitive.name, None)
        if function is None:
            raise SuiteFault(f"reference/{primitive.family}/{primitive.operation}.py does not define {primitive.name}")
        return function  # type: ignore[no-any-return]  # a module's attributes have no static type

    def mistakes(self, primitive: Primitive) -> list[Mistake]:
        """Return the known mistakes of a primitive, by name."""
        path = f"{self.package}.impls.mistaken.{primitive.family}.{primitive.name}"
        if importlib.util.find_spec(f"{self.package}.impls.mistaken") is None or not _exists(path):
            return []
        module = importlib.import_module(path)
        digest = source_digest(module)
        return [
            Mistake(primitive.name, name, function, inspect.cleandoc(function.__doc__ or ""), digest)
            for name, function in sorted(vars(module).items())
            if inspect.isfunction(function) and not name.startswith("_") and function.__module__ == path
        ]

    def rooms(self) -> Mapping[str, ModuleType]:
        """Return the packages under impls/ by name; what each is for stands in its ROLE."""
        package = importlib.import_module(f"{self.package}.impls")
        names = sorted(path.parent.name for root in package.__path__ for path in Path(root).glob("*/__init__.py"))
        return {name: importlib.import_module(f"{self.package}.impls.{name}") for name in names}

    def implementations(self) -> Mapping[str, ModuleType]:
        """Return the rooms that can be judged by name: techniques and libraries."""
        return {n: room for n, room in self.rooms().items() if getattr(room, "ROLE", "") in {"technique", "library"}}

    def techniques(self) -> list[str]:
        """Return the names of the built-in techniques."""
        return [name for name, room in self.implementations().items() if room.ROLE == "technique"]

    def libraries(self) -> list[str]:
        """Return the names of the bindings to other libraries, installed or not."""
        return [name for name, room in self.implementations().items() if room.ROLE == "library"]

    def libraries_of(self, name: str) -> tuple[str, ...]:
        """Return the modules that a room is a binding to."""
        return tuple(getattr(self.rooms()[name], "REQUIRES", ()))

    def missing(self, name: str) -> list[str]:
        """Return those of the modules that a room is a binding to that are not installed."""
        return [module for module in self.libraries_of(name) if importlib.util.find_spec(module) is None]

    def truth_digest(self, primitive: Primitive) -> str:
        """Return the digest of everything the truth about a primitive is computed by."""
        from primcheck import extended, floor

        spec = importlib.import_module(f"{self.package}.specs.{primitive.family}.{primitive.operation}")
        laws = [spec] if primitive.laws and not primitive.random else []
        parts = [self.program(self.primitive(part)) for part in primitive.uses]
        return source_digest(self.program(primitive), *parts, extended, floor, *laws)

    def spec_digest(self, primitive: Primitive) -> str:
        """Return the digest of what a primitive asks, and of what it is answered by."""
        spec = importlib.import_module(f"{self.package}.specs.{primitive.family}.{primitive.operation}")
        return source_digest(spec, self.program(primitive))

    @cached_property
    def digest(self) -> str:
        """The digest of the whole suite: specs, references, mistakes and the judging engine."""
        files = [path for room in ("specs", "reference", "impls") for path in self._files(room)]
        files = [path for path in files if "impls" not in path.parts or "mistaken" in path.parts]
        files += sorted(Path(__file__).parent.rglob("*.py"))
        return _hash(path.read_bytes() for path in files)

    def _files(self, room: str) -> list[Path]:
        package = importlib.import_module(f"{self.package}.{room}")
        return sorted(path for root in package.__path__ for path in Path(root).rglob("*.py"))

    def _modules(self, room: str) -> Iterable[str]:
        package = importlib.import_module(f"{self.package}.{room}")
        for root in map(Path, package.__path__):
            for path in root.glob("*/*.py"):
                if not path.name.startswith("_"):
                    yield f"{package.__name__}.{path.parent.name}.{path.stem}"


def source_digest(*items: Any) -> str:
    """Return the digest of the sources of modules or functions, and of what they import relatively."""
    return _hash(text for item in items for text in _sources(inspect.getsourcefile(item) or ""))


@cache
def _sources(file: str) -> tuple[bytes, ...]:
    """Return a file's text and, in turn, that of every file it imports relatively."""
    path = Path(file)
    texts = [path.read_bytes()]
    for line in texts[0].decode().splitlines():
        match = _RELATIVE.match(line)
        if match:
            dots, module, names = match.groups()
            folder = path.parents[len(dots) - 1].joinpath(*module.split("."))
            near = [folder.with_suffix(".py"), *(folder / f"{name.strip()}.py" for name in names.split(","))]
            texts += [text for candidate in near if candidate.is_file() for text in _sources(str(candidate))]
    return tuple(texts)


def _hash(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:16]


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
