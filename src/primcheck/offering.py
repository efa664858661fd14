"""What a module offers: functions by the names that are looked for, in it and in the modules of its package."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from primcheck.faults import CannotJudge
from primcheck.loading import importing, own


def functions_of(
    label: str, module: ModuleType, names: Iterable[str]
) -> tuple[dict[str, Callable[..., Any]], dict[str, str]]:
    """Collect the functions of some names from a module and, where it is a package, from its submodules; and why some
    that it seems to offer cannot be judged.

    What the package itself exports is what it offers. A name that two of its modules define differently, or that stands
    in one that does not import, cannot be judged, and that is said: it must not look as if it were not there.
    """
    names = list(names)
    functions: dict[str, Callable[..., Any]] = {}
    unclear: dict[str, str] = {}
    exported = set()
    for part in parts(label, module, names, unclear):
        for name in names:
            candidate = vars(part).get(name)
            if candidate is None and part is module:
                candidate = _attribute(part, name)
            if not callable(candidate) or not own(candidate, module):
                continue
            if part is module:
                exported.add(name)
            if name in functions and functions[name] is not candidate and name not in exported:
                places = f"{functions[name].__module__} and {part.__name__}"
                unclear.setdefault(name, f"{name} is defined twice, in {places}; judge the modules one by one.")
            functions.setdefault(name, candidate)
    for name in exported & set(unclear):
        del unclear[name]
    return {n: f for n, f in functions.items() if n not in unclear}, unclear


def _attribute(module: ModuleType, name: str) -> Any:
    """Return what a module's own `__getattr__` gives for a name; nothing where it fails."""
    try:
        return getattr(module, name, None)
    except Exception:
        return None


def parts(label: str, module: ModuleType, names: Iterable[str], unclear: dict[str, str]) -> Iterable[ModuleType]:
    """Yield a module and, where it is a package, those in it; `unclear` is told which of the names cannot be had."""
    yield module
    for root in map(Path, vars(module).get("__path__", ())):
        for path in sorted(root.rglob("*.py")):
            relative = path.relative_to(root).with_suffix("").parts
            if any(part.startswith("_") or not part.isidentifier() for part in relative):
                continue
            name = ".".join([module.__name__, *relative])
            try:
                yield importing(label, lambda name=name: importlib.import_module(name))  # type: ignore[misc]  # mypy cannot infer it
            except CannotJudge as error:
                text = path.read_text("utf-8", "replace")
                defined = set(re.findall(r"^(?:def|class) (\w+)", text, re.MULTILINE)) & set(names)
                unclear.update({name: str(error) for name in defined})
