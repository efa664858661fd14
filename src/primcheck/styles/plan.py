"""Plans: which recipe asks which foreign code, worked out where code is judged and carried out where it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from primcheck.styles.expected import Call


@dataclass(frozen=True)
class Foreign:
    """A foreign callable under the name that a recipe has for it, with the methods of a class."""

    call: Call
    methods: Mapping[str, Call] | None = None


@dataclass(frozen=True)
class Plan:
    """How a primitive is asked of a module's code.

    `style` is the module of the style, or the path of its file; `recipe` its function. `foreign` holds the callables that
    the recipe uses by its own names for them. `label` names the one that is judged. `ignored` are options that the recipe
    does not take, `constant` those that the code has built in.
    """

    primitive: str
    style: str
    recipe: str
    label: str
    module: str
    foreign: Mapping[str, Foreign]
    confidence: float = 1.0
    ignored: tuple[str, ...] = ()
    constant: tuple[str, ...] = ()
    after: tuple[str, ...] = field(default=())


def as_json(plan: Plan) -> dict[str, Any]:
    """Return a plan as what JSON can hold."""
    return asdict(plan)


def from_json(said: Mapping[str, Any]) -> Plan:
    """Read a plan."""
    foreign = {
        name: Foreign(
            _call(one["call"]),
            None if one["methods"] is None else {key: _call(call) for key, call in one["methods"].items()},
        )
        for name, one in said["foreign"].items()
    }
    lists = {name: tuple(said[name]) for name in ("ignored", "constant", "after")}
    return Plan(**{**said, "foreign": foreign, **lists})


def _call(said: Mapping[str, Any]) -> Call:
    places = tuple((role, name, must) for role, name, must in said["places"])
    return Call(said["name"], tuple(said["roles"]), places, said["score"])
