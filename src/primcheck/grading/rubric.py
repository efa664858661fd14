"""Rubrics: how many points each primitive gives, and for what."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from primcheck.faults import UsageError
from primcheck.settings import parse_conventions
from primcheck.suite import Suite

_KEYS = {"points", "partial", "other_conventions", "conventions"}


@dataclass(frozen=True)
class Rubric:
    """Points by primitive.

    With `partial`, what fails some cases gets the share of those it passes; without, all or nothing. With
    `other_conventions`, code that is right under a convention that was not asked for gets its points.
    """

    points: Mapping[str, float]
    partial: bool = False
    other_conventions: bool = True
    conventions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """The points that can be had."""
        return sum(self.points.values())

    @property
    def text(self) -> str:
        """The rubric as a file that `read_rubric` reads."""
        lines = [f"partial = {str(self.partial).lower()}", f"other_conventions = {str(self.other_conventions).lower()}"]
        lines += ["[points]", *(f'"{name}" = {worth!r}' for name, worth in self.points.items()), "[conventions]"]
        chosen = {f"{name}.{key}": value for name, keys in self.conventions.items() for key, value in keys.items()}
        return "\n".join([*lines, *(f'"{key}" = "{value}"' for key, value in chosen.items())]) + "\n"

    def among(self, names: Container[str]) -> Rubric:
        """Return the rubric for some of the primitives only."""
        return replace(self, points={name: worth for name, worth in self.points.items() if name in names})

    @property
    def digest(self) -> str:
        """The digest of all that decides about points."""
        said = [
            dict(self.points),
            self.partial,
            self.other_conventions,
            {n: dict(c) for n, c in self.conventions.items()},
        ]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def equal_points(only: str, suite: Suite) -> Rubric:
    """Return the rubric that gives a point for each of some primitives.

    Raises:
        UsageError: one of them does not exist.
    """
    return Rubric({primitive.name: 1.0 for primitive in suite.select(only)})


def read_rubric(path: Path, suite: Suite) -> Rubric:
    """Read a rubric.

    Raises:
        UsageError: it cannot be read, or says what cannot be understood; the sentence says what and where.
    """
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"Cannot read the rubric {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The rubric {path} is no TOML: {error}.") from error
    unknown = sorted(set(said) - _KEYS)
    if unknown:
        raise UsageError(
            f"The rubric {path} has {unknown[0]!r}, which means nothing; it may have {', '.join(sorted(_KEYS))}."
        )
    points = _points(path, said.get("points"), suite)
    flags = {name: said.get(name, default) for name, default in (("partial", False), ("other_conventions", True))}
    for name, value in flags.items():
        if not isinstance(value, bool):
            raise UsageError(f"The rubric {path}: {name} is true or false, not {value!r}.")
    return Rubric(points, **flags, conventions=_conventions(path, said.get("conventions", {}), suite))


def _points(path: Path, said: Any, suite: Suite) -> dict[str, float]:
    if not isinstance(said, dict) or not said:
        raise UsageError(f"The rubric {path} needs a table [points] with lines such as: adam = 2.")
    points: dict[str, float] = {}
    for pattern, worth in said.items():
        if isinstance(worth, bool) or not isinstance(worth, (int, float)) or not 0 < worth < 1e6:
            raise UsageError(f"The rubric {path}: {pattern} is worth {worth!r}; points are numbers above 0.")
        for primitive in suite.select(pattern):
            # A name after a pattern that covers it is the exception from the rule.
            points[primitive.name] = float(worth)
    return points


def _conventions(path: Path, said: Any, suite: Suite) -> dict[str, dict[str, str]]:
    if not isinstance(said, dict):
        raise UsageError(f'The rubric {path} needs a table [conventions] with lines such as: "adam.epsilon" = "hat".')
    flat: list[str] = []
    for name, value in said.items():
        chosen = {f"{name}.{key}": v for key, v in value.items()} if isinstance(value, dict) else {name: value}
        flat += [f"{key}={v}" for key, v in chosen.items()]
    return parse_conventions(tuple(flat), suite)
