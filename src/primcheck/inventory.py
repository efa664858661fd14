"""Inventories: what a module defines, by names and signatures. All that has to be known of code to see how it is called.

An inventory is taken where the code is loaded and read where it is judged; between the two it may travel as JSON.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import ModuleType
from typing import Any

from primcheck.signatures import signature_of

KINDS = ("placed", "either", "any", "named", "options")
"""Of parameters, in the order of `inspect.Parameter.kind`: by position only, by position or name, *args, by name only,
**kwargs."""

MOST = 2_000
"""Entries of one module that are looked at; more is not code that someone wrote."""


@dataclass(frozen=True)
class Parameter:
    """One parameter. `default` is kept where it is a plain number, text or truth value."""

    name: str
    kind: str
    required: bool
    default: bool | int | float | str | None = None


@dataclass(frozen=True)
class Entry:
    """A function, or a class with its public methods; `parameters` is None where a signature does not tell itself."""

    name: str
    module: str
    parameters: tuple[Parameter, ...] | None
    methods: Mapping[str, tuple[Parameter, ...] | None] | None = None

    @property
    def is_class(self) -> bool:
        """True for a class, whose parameters are those of making an object."""
        return self.methods is not None


Inventory = Mapping[str, Entry]


def take(module: ModuleType) -> dict[str, Entry]:
    """Return what a module holds under public names, in the order of its definitions: its own and what it imports."""
    entries = {}
    for name, value in list(vars(module).items())[:MOST]:
        if not name.startswith("_") and callable(value):
            entries[name] = _entry(name, value)
    return entries


def as_json(inventory: Inventory) -> list[dict[str, Any]]:
    """Return an inventory as what JSON can hold."""
    return [asdict(entry) for entry in inventory.values()]


def from_json(said: Any) -> dict[str, Entry]:
    """Read an inventory that someone else has sent.

    Raises:
        ValueError: it is none.
    """
    try:
        entries = [_read(one) for one in said[:MOST]]
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("this is no inventory") from error
    return {entry.name: entry for entry in entries}


def signature(parameters: tuple[Parameter, ...] | None) -> inspect.Signature | None:
    """Return parameters as a signature, to see which calls they allow."""
    if parameters is None:
        return None
    kinds = list(inspect._ParameterKind)
    return inspect.Signature(
        [inspect.Parameter(p.name, kinds[KINDS.index(p.kind)], default=_default(p)) for p in parameters]
    )


def _entry(name: str, value: Any) -> Entry:
    module = str(getattr(value, "__module__", "") or "")
    if not isinstance(value, type):
        return Entry(name, module, _parameters(value))
    methods = {}
    for kind in reversed(value.__mro__[:-1]):
        for key, method in list(vars(kind).items())[:MOST]:
            plain = method.__func__ if isinstance(method, (staticmethod, classmethod)) else method
            if callable(plain) and not isinstance(plain, type) and (not key.startswith("_") or key == "__call__"):
                bound = _parameters(plain)
                methods[key] = bound if isinstance(method, staticmethod) else bound[1:] if bound else bound
    return Entry(name, module, _parameters(value), methods)


def _parameters(value: Any) -> tuple[Parameter, ...] | None:
    found = signature_of(value)
    if found is None:
        return None
    return tuple(
        Parameter(p.name, KINDS[p.kind], required=_required(p), default=_plain(p.default))
        for p in found.parameters.values()
    )


def _required(parameter: inspect.Parameter) -> bool:
    return parameter.default is parameter.empty and parameter.kind not in (
        parameter.VAR_POSITIONAL,
        parameter.VAR_KEYWORD,
    )


def _default(parameter: Parameter) -> Any:
    several = parameter.kind in {"any", "options"}
    return inspect.Parameter.empty if parameter.required or several else parameter.default


def _plain(value: Any) -> bool | int | float | str | None:
    return value if type(value) in (bool, int, float, str) else None


def _read(said: Any) -> Entry:
    methods = said["methods"]
    return Entry(
        str(said["name"])[:200],
        str(said["module"])[:200],
        _read_parameters(said["parameters"]),
        None if methods is None else {str(k)[:200]: _read_parameters(v) for k, v in list(methods.items())[:MOST]},
    )


def _read_parameters(said: Any) -> tuple[Parameter, ...] | None:
    if said is None:
        return None
    found = []
    for one in said[:200]:
        if one["kind"] not in KINDS or not str(one["name"]).isidentifier():
            raise ValueError("this is no parameter")
        found.append(Parameter(str(one["name"]), one["kind"], bool(one["required"]), _plain(one["default"])))
    return tuple(found)
