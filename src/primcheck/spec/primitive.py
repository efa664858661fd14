"""The nouns of a spec: a primitive's signature, conventions, cases, laws, rejects, statistics, cost and sizes."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from primcheck.spec.case import Case, Reject, Size
from primcheck.spec.laws_of_chance import Distribution

Shape = str | Callable[..., "str | tuple[int, ...]"]
"""Symbols ("n c h w"; "*" for any shape; "" for a scalar; "?" for a result's length that depends on the values), or a
function of options and sizes by name that returns either symbols or sizes."""


class _Required:
    def __repr__(self) -> str:
        return "required"


REQUIRED = _Required()
"""The default of an option that has none."""


@dataclass(frozen=True)
class Tensor:
    """An array argument. `flows` is False where the array only selects (labels, masks, max pooling's x in backward).

    Neighbours with the same `within` are handed over together, as one list of that name.
    """

    name: str
    shape: Shape = "*"
    dtype: Literal["float", "bool", "int"] = "float"
    draw: Callable[..., Any] | None = None
    flows: bool = True
    within: str = ""


@dataclass(frozen=True)
class Real:
    """A float option with its allowed range, ends included unless `open_low` or `open_high`."""

    name: str
    default: float | _Required = REQUIRED
    low: float = float("-inf")
    high: float = float("inf")
    open_low: bool = False
    open_high: bool = False
    flows: bool = True


@dataclass(frozen=True)
class Count:
    """An integer argument; `flows` where the result is a smooth function of it, as a schedule's of the iteration."""

    name: str
    default: int | _Required | None = REQUIRED
    low: int = 0
    flows: bool = False


@dataclass(frozen=True)
class Pair:
    """An int or a pair (rows, columns); or one of a few words, such as "same"."""

    name: str
    default: int | _Required | None = REQUIRED
    low: int = 0
    flows: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counts:
    """A sequence of integers: a shape, milestones."""

    name: str
    default: tuple[int, ...] | _Required = REQUIRED
    low: int = 0
    flows: bool = False


@dataclass(frozen=True)
class Reals:
    """A sequence of floats; the reference gets it as one array."""

    name: str
    default: tuple[float, ...] | _Required = REQUIRED
    low: float = float("-inf")
    flows: bool = True


@dataclass(frozen=True)
class Flag:
    """A true-or-false option."""

    name: str
    default: bool | _Required = REQUIRED
    flows: bool = False


@dataclass(frozen=True)
class Rng:
    """The source of randomness: a `numpy.random.Generator`, always called rng."""

    name: str = "rng"
    default: _Required = REQUIRED
    flows: bool = False


Option = Real | Reals | Count | Pair | Counts | Flag | Rng


@dataclass(frozen=True)
class Output:
    """A result. `exact` results only move or pick values and are compared to the bit.

    A result with `settles` is a history along its first axis that may take another path, as a training does once two
    candidates of a maximum are nearly equal: it is compared up to the first entry at which a draw of noise has left it.
    """

    name: str
    shape: Shape = "*"
    dtype: Literal["float", "float64", "bool", "int"] = "float"
    exact: bool = False
    settles: bool = False


class Convention:
    """A choice on which real libraries differ: the alternatives with who uses each; the first is the default."""

    def __init__(self, name: str, asks: str, **alternatives: str) -> None:
        self.name = name
        self.asks = asks
        self.alternatives: dict[str, str] = alternatives

    @property
    def default(self) -> str:
        """The alternative that the suite asks for unless told otherwise."""
        return next(iter(self.alternatives))


@dataclass(frozen=True)
class Law:
    """A function of inputs and results, by name, that is zero for right answers.

    A result that shares its name with an input is called next_<name>. `where` tells for which cases it holds.
    """

    name: str
    residual: Callable[..., Any]
    hunts: str
    where: Callable[..., bool] = lambda: True
    exact: bool = False


@dataclass(frozen=True)
class Statistic:
    """What a large sample of one result must look like.

    `law` is a function of the inputs by name; `values` is the case that makes the sample. `of` names the result.
    Each statistic expands to tests with stated false-alarm rate and power.
    """

    name: str
    hunts: str
    of: str
    law: Callable[..., Distribution]
    values: Mapping[str, Any]
    when: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Cost:
    """Arithmetic operations, and bytes that must move between memory and processor, as functions of sizes by name."""

    flops: Callable[..., float]
    moved: Callable[..., float]


@dataclass(frozen=True)
class Figure:
    """A picture that people look at: a grid of histograms, a row for each entry of `rows`, a column for each array.

    `rows` is a function of `draw`, which calls the primitive's reference with options by name and fresh randomness.
    """

    title: str
    rows: Callable[[Callable[..., Any]], Mapping[str, Sequence[Any]]]
    columns: str


@dataclass(frozen=True)
class Primitive:
    """Everything the suite knows about one primitive. Its name is the name of the variable that holds it.

    One that `uses` others is a program of the reference, run with an implementation's own primitives.
    """

    title: str
    inputs: tuple[Tensor | Count | Counts, ...]
    outputs: tuple[Output, ...]
    options: tuple[Option, ...] = ()
    conventions: tuple[Convention, ...] = ()
    excluded: tuple[Mapping[str, str], ...] = ()
    uses: tuple[str, ...] = ()
    derived: Mapping[str, Callable[..., int]] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()
    laws: tuple[Law, ...] = ()
    rejects: tuple[Reject, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    cost: Cost | None = None
    sizes: Mapping[str, Size] = field(default_factory=dict)
    figure: Figure | None = None
    independent: str | Callable[..., str | None] | None = None
    name: str = ""
    family: str = ""
    operation: str = ""
    definition: str = ""

    @property
    def random(self) -> bool:
        """True where the result is drawn: judged by relations and statistics, never by matching values."""
        return any(isinstance(option, Rng) for option in self.options)

    @property
    def tensors(self) -> tuple[Tensor, ...]:
        """The array inputs."""
        return tuple(item for item in self.inputs if isinstance(item, Tensor))

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names of the positional arguments, a list of tensors counting as one."""
        return tuple(dict.fromkeys(getattr(item, "within", "") or item.name for item in self.inputs))

    def positional(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the positional arguments, in order and by name, from the values of the inputs."""
        together: dict[str, Any] = {}
        for item in self.inputs:
            within = getattr(item, "within", "")
            if within:
                together.setdefault(within, []).append(values[item.name])
            else:
                together[item.name] = values[item.name]
        return together

    def arranged(self, values: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        """Return the positional arguments and the options by name, as the primitive's signature has them."""
        inputs = {item.name for item in self.inputs}
        return list(self.positional(values).values()), {n: v for n, v in values.items() if n not in inputs}

    @property
    def floating(self) -> bool:
        """True where a float array goes in, so that the case is asked in each precision."""
        return any(tensor.dtype == "float" for tensor in self.tensors)

    @property
    def default_convention(self) -> dict[str, str]:
        """The first alternative of every convention."""
        return {convention.name: convention.default for convention in self.conventions}

    @property
    def formula(self) -> str:
        """The lines of the definition that are set apart, up to where the text goes on."""
        paragraphs = self.definition.split("\n\n")[1:]
        apart = itertools.takewhile(lambda paragraph: paragraph.startswith("    "), paragraphs)
        return textwrap.dedent("\n".join(apart))

    @property
    def signature(self) -> str:
        """The call as a person would write it."""
        words = list(self.arguments)
        keywords = [o.name if o.default is REQUIRED else f"{o.name}={o.default}" for o in self.options]
        return f"{self.name}({', '.join(words + (['*', *keywords] if keywords else []))})"
