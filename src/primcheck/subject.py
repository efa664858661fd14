"""Subjects: implementations under test, found by the names of their functions. No base class, no registration."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from primcheck.composite import Lack, with_programs
from primcheck.faults import CannotJudge, UsageError
from primcheck.loading import check_path, find, is_path, load_module, load_path
from primcheck.manner import manner_of
from primcheck.offering import functions_of
from primcheck.signatures import signature_of
from primcheck.spec import Primitive
from primcheck.suite import Suite


@dataclass(frozen=True)
class Subject:
    """An implementation: its name in reports and its functions by the primitives' names.

    `unclear` says, by primitive, why one that it seems to offer cannot be judged; `lacking` says, by composite, what
    keeps it from running. `others` holds, by primitive and by their own names, functions that are the same primitive
    once more. `style` is what the record says of how foreign code was understood.
    """

    name: str
    functions: Mapping[str, Callable[..., Any]]
    unclear: Mapping[str, str] = field(default_factory=dict)
    lacking: Mapping[str, Lack] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, Callable[..., Any]]] = field(default_factory=dict)
    style: Mapping[str, Any] | None = None

    @property
    def items(self) -> list[str]:
        """What there is to judge: primitives, and those that are there once more as `primitive@function`."""
        return [*self.functions, *(f"{name}@{label}" for name, found in self.others.items() for label in found)]

    def item(self, item: str) -> tuple[str, Subject]:
        """Return the primitive that an item is about, and the subject that offers it."""
        name, _, label = item.partition("@")
        if not label:
            return name, self
        return name, replace(self, name=f"{self.name}:{label}", functions={name: self.others[name][label]})

    def declared(self, primitive: Primitive) -> dict[str, str]:
        """Return the conventions that a function's style follows, or that the function itself names: as defaults of
        the conventions' keywords.
        """
        function = self.functions[primitive.name]
        found = {name: options[0] for name, options in manner_of(function).conventions.items()}
        signature = signature_of(function)
        parameters = signature.parameters if signature else {}
        for convention in primitive.conventions:
            parameter = parameters.get(convention.name)
            if parameter is not None and parameter.default in convention.alternatives:
                found[convention.name] = parameter.default
        return found

    def declines(self, primitive: Primitive) -> Callable[..., Any] | None:
        """Return the `declines` function that stands beside the primitive's, if there is one."""
        module = sys.modules.get(getattr(self.functions[primitive.name], "__module__", None) or "")
        function = getattr(module, "declines", None)
        return function if callable(function) else None


def from_object(target: Any, suite: Suite, name: str | None = None) -> Subject:
    """Make a subject of a module, class, object or mapping that offers the primitives' names.

    Raises:
        CannotJudge: it offers none of them.
    """
    label = name or str(getattr(target, "__name__", type(target).__name__))
    mapped = isinstance(target, Mapping)
    functions = {key: target.get(key) if mapped else getattr(target, key, None) for key in suite.primitives}
    return _subject(label, {key: f for key, f in functions.items() if callable(f)}, suite)


def locate(target: str, suite: Suite) -> None:
    """Check that a target exists, without running any code of it.

    Raises:
        UsageError: there is no such target.
    """
    if target in suite.rooms():
        return
    if is_path(target):
        check_path(target)
    elif not find(target.partition(".")[0]):
        _no_target(target, suite)


def load(target: str, suite: Suite) -> Subject:
    """Import a target: a built-in technique's name, a file, a package's folder or a dotted module.

    Raises:
        UsageError: there is no such target.
        CannotJudge: it does not import, or defines none of the primitives.
    """
    rooms = suite.rooms()
    if target in rooms and not Path(target).suffix:
        missing = suite.missing(target)
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            raise CannotJudge(f"{target} needs {' and '.join(missing)}, which {verb} not installed.")
        return _from_module(target, rooms[target], suite)
    if is_path(target):
        return _from_module(target, load_path(target), suite)
    if not find(target):
        _no_target(target, suite)
    return _from_module(target, load_module(target), suite)


def _no_target(target: str, suite: Suite) -> NoReturn:
    names = ", ".join([*suite.techniques(), *suite.libraries()])
    raise UsageError(f"{target} is no file, no module and no built-in technique ({names}).")


def _from_module(label: str, module: ModuleType, suite: Suite) -> Subject:
    functions, unclear = functions_of(label, module, suite.primitives)
    return _subject(label, functions, suite, unclear)


def _subject(
    label: str, functions: Mapping[str, Callable[..., Any]], suite: Suite, unclear: Mapping[str, str] | None = None
) -> Subject:
    unclear = unclear or {}
    if not functions:
        if unclear:
            raise CannotJudge(next(iter(unclear.values())))
        some = ", ".join(list(suite.primitives)[:4])
        raise CannotJudge(
            f"{label} defines none of the primitives ({some}, …); `primcheck list` shows the names that are looked for."
        )
    return with_programs(Subject(label, functions, unclear), suite)
