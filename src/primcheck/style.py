"""The vocabulary of style files: how code in a foreign shape answers the catalogue's questions.

A style file declares a `style`, with the signatures that the foreign code is expected to have, and recipes: functions
named like the primitives whose first parameter, `theirs`, gives the foreign code under the names of the signatures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from primcheck.manner import UNSEEN
from primcheck.styles.guards import BARE, GUARDS, beyond, lowered, swamped, unguarded
from primcheck.styles.images import (
    by_image,
    channels_first,
    channels_last,
    kernels_first,
    kernels_last,
)
from primcheck.styles.keeping import (
    Spy,
    drawn,
    first,
    gradient_in,
    mask_of,
    masked,
    plant,
    seen,
    squeezed,
    tune,
    two_valued,
    unseeded,
)

__all__ = [
    "BARE",
    "GUARDS",
    "UNSEEN",
    "BuiltIn",
    "Dims",
    "Follows",
    "Number",
    "Only",
    "Spy",
    "Square",
    "Style",
    "Two",
    "Way",
    "beyond",
    "by_image",
    "channels_first",
    "channels_last",
    "declines",
    "drawn",
    "first",
    "gradient_in",
    "kernels_first",
    "kernels_last",
    "lowered",
    "mask_of",
    "masked",
    "may_refuse",
    "one_stride",
    "plant",
    "ragged",
    "seen",
    "squeezed",
    "swamped",
    "tune",
    "two_valued",
    "unguarded",
    "unseeded",
    "using",
]

Reason = Callable[[Mapping[str, Any]], str]
"""Of the arguments of a call by name: why the code does not take them, or nothing."""

Recipe = TypeVar("Recipe", bound=Callable[..., Any])


@dataclass(frozen=True)
class Style:
    """A way to write deep-learning code that many people follow.

    `expects` has one signature a line: `name | other_name(x, w, option?)`, and for a class its methods after a colon. A
    parameter that may be missing ends in `?`. `also` lists, one line a parameter, other words for it: `x: X inputs`.
    A `general` style is made of common names alone; it says nothing about where code comes from, and comes last. `made`
    holds recipes by name that are made by rule.
    """

    title: str
    source: str
    expects: str
    also: str = ""
    general: bool = False
    made: Mapping[str, Callable[..., Any]] = field(default_factory=dict)


def using(*names: str) -> Callable[[Recipe], Recipe]:
    """Tell what a recipe asks of the foreign code, where its own text does not."""

    def mark(recipe: Recipe) -> Recipe:
        recipe.uses = names  # type: ignore[attr-defined]  # any attribute may be set
        return recipe

    return mark


class Follows:
    """The default of a convention's keyword in a recipe: what the style follows, or what it leaves open."""

    def __init__(self, *alternatives: str) -> None:
        self.alternatives = alternatives


class Way:
    """The default of a recipe's own keyword: ways to read the same code, of which the first that fits is taken.

    Each has a name, and a text that completes “judged with …”.
    """

    def __init__(self, **told: str) -> None:
        self.told = told


class BuiltIn:
    """The default of an option that the code may have as a constant; these are the values it may have."""

    def __init__(self, *values: Any) -> None:
        self.values = values


class Number:
    """The annotation of an option that is one number for both axes; a recipe gets it as such."""

    @staticmethod
    def wrong(name: str, value: Any) -> str:
        """Return why a value is not taken, or nothing."""
        if isinstance(value, str):
            return f"takes a number for {name}, not a word"
        return "" if not isinstance(value, tuple) or len(set(value)) == 1 else f"takes one {name} for both axes"

    @staticmethod
    def plain(value: Any) -> Any:
        """Return a value as the recipe gets it."""
        return value[0] if isinstance(value, tuple) else value


class Two:
    """The annotation of an option that is one number for each axis; a recipe always gets two."""

    @staticmethod
    def wrong(name: str, value: Any) -> str:
        """Return why a value is not taken, or nothing."""
        return f"takes numbers for {name}, not a word" if isinstance(value, str) else ""

    @staticmethod
    def plain(value: Any) -> Any:
        """Return a value as the recipe gets it."""
        return tuple(value) if isinstance(value, (tuple, list)) else (value, value)


class Only:
    """The annotation of an option of which the code can do some values alone."""

    def __init__(self, *values: Any) -> None:
        self.values = values

    def wrong(self, name: str, value: Any) -> str:
        """Return why a value is not taken, or nothing."""
        return "" if value in self.values else f"takes no other {name} than {' or '.join(map(str, self.values))}"


class Dims:
    """The annotation of an array that must have so many axes."""

    def __init__(self, *counts: int) -> None:
        self.counts = counts

    def wrong(self, name: str, value: Any) -> str:
        """Return why a value is not taken, or nothing."""
        counts = " or ".join(map(str, self.counts))
        axes = "axis" if self.counts == (1,) else "axes"
        return "" if value.ndim in self.counts else f"takes {name} with {counts} {axes}"


class Square:
    """The annotation of an array whose last two axes must be equally long."""

    @staticmethod
    def wrong(name: str, value: Any) -> str:
        """Return why a value is not taken, or nothing."""
        return "" if value.ndim < 2 or value.shape[-1] == value.shape[-2] else f"takes square {name} alone"


def may_refuse(reason: Reason) -> Callable[[Recipe], Recipe]:
    """Let the code raise where a reason is given: it does not support that, and is not wrong."""
    return _marked("may_refuse", reason)


def declines(reason: Reason) -> Callable[[Recipe], Recipe]:
    """Do not ask the code where a reason is given."""
    return _marked("declines", reason)


def _marked(name: str, reason: Reason) -> Callable[[Recipe], Recipe]:
    def mark(recipe: Recipe) -> Recipe:
        setattr(recipe, name, (*getattr(recipe, name, ()), reason))
        return recipe

    return mark


def ragged(arguments: Mapping[str, Any]) -> str:
    """Tell of sizes that the stride does not divide, in convolution and pooling."""
    kernel = arguments["w"].shape[2:] if "w" in arguments else _pair(arguments.get("kernel", 1))
    stride = _pair(arguments.get("stride") or (1 if "w" in arguments else kernel))
    padding = arguments.get("padding", 0)
    if isinstance(padding, str):
        return ""
    sizes = zip(arguments["x"].shape[-2:], _pair(padding), kernel, stride, strict=True)
    odd = any((n + 2 * p - k) % s for n, p, k, s in sizes if s)
    return "takes no sizes that the stride does not divide" if odd else ""


def one_stride(arguments: Mapping[str, Any]) -> str:
    """Tell of a stride that is left to be the kernel's size, where code that takes one number for it cannot follow."""
    lone = arguments.get("stride") is None and len(set(_pair(arguments["kernel"]))) > 1
    return "takes one stride for both axes" if lone else ""


def _pair(value: Any) -> tuple[int, int]:
    return tuple(value) if isinstance(value, (tuple, list)) else (value, value)
