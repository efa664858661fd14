"""Manners: how a function wants to be asked, where that is not the catalogue's way.

Code in a foreign style cannot take every option, has constants built in, follows conventions of its own. Its manner says
so, and is looked at by the judge before and after a call; code with the catalogue's names and shapes has none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


class Unseen:
    """In the place of a result that code in a foreign style keeps to itself, such as an optimizer's average."""


UNSEEN = Unseen()


@dataclass(frozen=True)
class Described:
    """In the place of a result that stayed in another process, since it is not what was asked for: only what it is."""

    type_name: str
    shape: tuple[int, ...] | None = None


class Lost(BaseException):
    """A call did not come back: `status` is timeout or crashed. Raised by functions that live in another process."""

    def __init__(self, status: str, message: str) -> None:
        super().__init__(message)
        self.status = status


class Refused(Exception):
    """What a function in another process raised, told as a text that is shown as it stands."""


@dataclass(frozen=True)
class Manner:
    """How one function wants to be asked.

    `style` names the style of foreign code. `built_in` holds options that the code has as constants, with the values
    that they may have; `conventions` the alternatives that the style follows, those it leaves open with all that are
    possible: the first choice under which everything passes is taken. `after` names primitives whose code this one runs
    first: where they fail, its own failures say nothing. `declines` gives, for the arguments of a call by
    name, the reason why the code does not support it; `may_refuse` the reason why it may raise there; `starts` the reason
    why it cannot be asked this first, as code that makes its own state cannot be resumed. `ways` are keywords of the
    function itself, with the ways in which it can read the code. `guessed` where only common names say how the code is
    called: where it never returns, it was misread. `isolated` where the function lives in another process,
    which gets bytes and never sees how an array is stored.
    """

    style: str = ""
    built_in: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conventions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: tuple[str, ...] = ()
    declines: Callable[[Mapping[str, Any]], str] = lambda _: ""
    may_refuse: Callable[[Mapping[str, Any]], str] = lambda _: ""
    starts: Callable[[Mapping[str, Any]], str] = lambda _: ""
    guessed: bool = False
    isolated: bool = False


CATALOGUE = Manner()


def manner_of(function: Callable[..., Any]) -> Manner:
    """Return a function's manner; the catalogue's where it has none of its own."""
    found = getattr(function, "manner", None)
    return found if isinstance(found, Manner) else CATALOGUE


def fresh(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function for one question: what foreign code keeps between calls, such as a state, starts anew."""
    begin = getattr(function, "begin", None)
    return begin() if begin is not None and manner_of(function) is not CATALOGUE else function
