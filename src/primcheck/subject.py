"""Subjects: implementations under test, found by the names of their functions. No base class, no registration."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, NoReturn

from primcheck.composite import Lack, with_programs
from primcheck.faults import CannotJudge, UsageError
from primcheck.inventory import take
from primcheck.loading import TROUBLE, UNLOADED, check_path, find, is_path, load_module, load_path
from primcheck.manner import manner_of
from primcheck.offering import functions_of, parts
from primcheck.signatures import signature_of
from primcheck.spec import Primitive
from primcheck.styles.planning import callable_as
from primcheck.styles.reading import ANY, NOBODY, Choice, Understood, read_modules
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
        function: Any = self.functions[primitive.name]
        # Where the function lives in another process its module is there too, and what bears that name here another.
        isolated = manner_of(function).isolated
        module = function if isolated else sys.modules.get(getattr(function, "__module__", None) or "")
        function = getattr(module, "declines", None)
        return function if callable(function) else None


def from_object(target: Any, suite: Suite, name: str | None = None, choice: Choice = ANY) -> Subject:
    """Make a subject of a module, class, object or mapping that offers the primitives' names.

    The code of a module, and the functions of a mapping, may have foreign shapes; `choice` says how they are to be read.

    Raises:
        CannotJudge: it offers none of them.
    """
    label = name or str(getattr(target, "__name__", type(target).__name__))
    if isinstance(target, ModuleType):
        return _from_module(label, target, suite, choice)
    mapped = isinstance(target, Mapping)
    held = {key: target.get(key) if mapped else getattr(target, key, None) for key in suite.primitives}
    functions = {key: f for key, f in held.items() if callable(f)}
    foreign = _lone(functions, suite, choice) if mapped else NOBODY
    return made_of(label, functions, suite, None, foreign)


def _lone(functions: Mapping[str, Callable[..., Any]], suite: Suite, choice: Choice) -> Understood:
    """Return what is understood of functions that are said to be primitives, and cannot be called the catalogue's way."""
    module, said = ModuleType("functions"), {}
    for key, function in functions.items():
        theirs = str(getattr(function, "__name__", key))
        setattr(module, theirs, function)
        entry = take(module).get(theirs)
        if entry is not None and entry.parameters and callable_as(entry, suite.primitive(key)) < 1.0:
            said[key] = theirs
        else:
            delattr(module, theirs)
    if not said:
        return NOBODY
    told = replace(choice.told, primitives={**said, **choice.told.primitives})
    found = read_modules([module], module, suite.primitives, choice.styles(suite.package), told)
    return found if found.functions else NOBODY


def locate(target: str, suite: Suite) -> None:
    """Check that a target exists, without running any code of it.

    Raises:
        UsageError: there is no such target.
    """
    if target in suite.implementations():
        return
    if is_path(target):
        check_path(target)
    elif not find(target.partition(".")[0]):
        _no_target(target, suite)


def load(target: str, suite: Suite, choice: Choice = ANY) -> Subject:
    """Import a target: a built-in technique's name, a file, a package's folder or a dotted module.

    `choice` says how code in foreign shapes is to be read.

    Raises:
        UsageError: there is no such target.
        CannotJudge: it does not import, or defines none of the primitives.
    """
    rooms = suite.implementations()
    if target in rooms and not Path(target).suffix:
        missing = suite.missing(target)
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            raise CannotJudge(f"{target} needs {' and '.join(missing)}, which {verb} not installed.")
        return _from_module(target, rooms[target], suite)
    if is_path(target):
        return _from_module(target, load_path(target), suite, choice)
    if not find(target):
        _no_target(target, suite)
    return _from_module(target, load_module(target), suite, choice)


def _no_target(target: str, suite: Suite) -> NoReturn:
    names = ", ".join([*suite.techniques(), *suite.libraries()])
    raise UsageError(f"{target} is no file, no module and no built-in technique ({names}).")


def _from_module(label: str, module: ModuleType, suite: Suite, choice: Choice = ANY) -> Subject:
    functions, unclear = functions_of(label, module, suite.primitives)
    if suite.implementations().get(label) is module:
        return made_of(label, functions, suite, unclear)
    modules = parts(label, module, suite.primitives, {})
    foreign = read_modules(modules, module, suite.primitives, choice.styles(suite.package), choice.told)
    as_told = _as_told(module, suite, foreign, choice)
    functions |= as_told
    foreign = foreign.without({choice.told.primitives[name] for name in as_told})
    return made_of(label, functions, suite, unclear, foreign, vars(module))


def _as_told(module: ModuleType, suite: Suite, foreign: Understood, choice: Choice) -> dict[str, Callable[..., Any]]:
    """Return the functions that a mapping file names and no style asks: they take the catalogue's arguments.

    Raises:
        UsageError: the file names what does not exist.
    """
    found = {}
    for name, theirs in choice.told.primitives.items():
        suite.primitive(name)
        if not callable(vars(module).get(theirs)):
            raise UsageError(f"The mapping says that {name} is {theirs}, and there is no such function.")
        if name not in foreign.functions:
            found[name] = vars(module)[theirs]
    return found


def made_of(
    label: str,
    functions: Mapping[str, Callable[..., Any]],
    suite: Suite,
    unclear: Mapping[str, str] | None = None,
    foreign: Understood = NOBODY,
    loaded: Mapping[str, Any] = MappingProxyType({}),
) -> Subject:
    """Make a subject of functions that bear primitives' names, and of what was understood of foreign code.

    Raises:
        CannotJudge: there is nothing of either.
    """
    unclear = unclear or {}
    # A function that bears a primitive's name may be one of another shape all the same.
    meant = [one.judged for group in (foreign.functions, *foreign.others.values()) for one in group.values()]
    functions = {n: f for n, f in functions.items() if n not in foreign.left and not any(f is one for one in meant)}
    if not functions and not foreign.functions:
        if unclear:
            raise CannotJudge(next(iter(unclear.values())))
        if UNLOADED in loaded:
            raise CannotJudge(loaded[UNLOADED])
        raise CannotJudge(_nothing(label, suite, foreign, loaded))
    subject = with_programs(Subject(label, functions, unclear), suite)
    twice = {name: {one.plan.label: one} for name, one in foreign.functions.items() if name in functions}
    others = {name: {**twice.get(name, {}), **foreign.others.get(name, {})} for name in {*twice, *foreign.others}}
    return replace(
        subject,
        functions={**foreign.functions, **subject.functions},
        unclear={name: why for name, why in unclear.items() if name not in foreign.functions},
        others=others,
        style=_told(foreign.line, loaded.get(TROUBLE, ())),
    )


def _told(line: Mapping[str, Any] | None, trouble: Sequence[str]) -> Mapping[str, Any] | None:
    """Return what the record says of how code was understood, with what was left out when it was loaded."""
    if not trouble:
        return line
    return {
        **(line or {"style": "", "confidence": 1.0, "fitting": 0, "seen": 0, "read": [], "left": {}}),
        "trouble": list(trouble),
    }


def _nothing(label: str, suite: Suite, foreign: Understood, loaded: Mapping[str, Any]) -> str:
    """Return the sentence about code in which nothing is a primitive: what is looked for, and what there is instead."""
    some = ", ".join(list(suite.primitives)[:4])
    text = f"{label} defines none of the primitives ({some}, …); `primcheck list` shows the names that are looked for."
    if foreign.left:
        listed = [f"{name} ({why})" if why else name for name, why in list(foreign.left.items())[:6]]
        more = f" and {len(foreign.left) - 6} more" if len(foreign.left) > 6 else ""
        text += f" It has {', '.join(listed)}{more}, in no style that is known; a mapping file can say what they are."
    trouble = loaded.get(TROUBLE, ())
    return text + (f" Also: {'; '.join(trouble)}." if trouble else "")
