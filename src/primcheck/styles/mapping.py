"""Mapping files: what a person says about code that is not understood, or is misunderstood."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as Keyed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from primcheck.faults import UsageError


@dataclass(frozen=True)
class Mapping:
    """What a mapping file says.

    `names` gives, for a name that a style expects, the one that the code has; `arguments`, for a callable of the code and
    by the style's names, its parameters; `primitives`, for a primitive, the callable that it is; `ignore` lists callables
    that are not to be judged.
    """

    style: str | None = None
    names: Keyed[str, str] = field(default_factory=dict)
    arguments: Keyed[str, Keyed[str, str]] = field(default_factory=dict)
    primitives: Keyed[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()

    def allows(self, primitive: str, theirs: str) -> bool:
        """Tell whether a callable may be a primitive: nothing else is said of either."""
        said = self.primitives.get(primitive)
        return said == theirs or (said is None and theirs not in self.primitives.values())


NOTHING = Mapping()

_TABLES = ("names", "arguments", "primitives")


def read(path: str) -> Mapping:
    """Read a mapping file.

    Raises:
        UsageError: there is none, or it says what is not understood.
    """
    try:
        said = tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"Cannot read {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no TOML: {error}.") from error
    strange = [key for key in said if key not in {"style", "ignore", *_TABLES}]
    if strange:
        raise UsageError(f"{path} has {', '.join(strange)}; a mapping has style, ignore, {', '.join(_TABLES)}.")
    for table in ("names", "primitives"):
        _texts(path, table, said.get(table, {}))
    if not isinstance(said.get("arguments", {}), dict):
        raise UsageError(f"{path}: arguments is a table of tables, one a function.")
    for name, table in said.get("arguments", {}).items():
        _texts(path, f"arguments.{name}", table)
    ignore = said.get("ignore", [])
    if not isinstance(ignore, list) or not isinstance(said.get("style", ""), str):
        raise UsageError(f"{path}: ignore is a list of names, style a name.")
    return Mapping(
        said.get("style"),
        said.get("names", {}),
        said.get("arguments", {}),
        said.get("primitives", {}),
        tuple(str(name) for name in ignore),
    )


def _texts(path: str, table: str, said: Any) -> None:
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise UsageError(f"{path}: {table} is a table of names.")
