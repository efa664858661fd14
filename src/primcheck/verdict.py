"""Verdicts: what the suite says about one case, with the reason. A verdict has no truth value, so none is dropped."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, NoReturn

Status = Literal[
    "pass", "fail", "raised", "timeout", "crashed", "blocked", "not_implemented", "declined", "not_run", "convention"
]
Kind = Literal["value", "law", "statistic", "reject", "storage"]

BAD = frozenset({"fail", "raised", "timeout", "crashed", "blocked", "convention"})
"""Statuses that count against an implementation."""


SMALLEST = "smallest failing input"
"""The name of the diagnosis that is a program, to be shown as it stands."""

DEFINITION = "definition"
"""The name of the diagnosis that is the formula, for whoever made a mistake that has no name."""

OPTIONAL = "needs an optional library that is not installed"
"""The note of a case that was not run for want of a library: it is listed and counted, and spoils nothing."""

ELSEWHERE = "is tried in the judge's own process only"
"""The note of a case that was not run because the code is judged in isolation: it spoils nothing either."""


def excused(line: Mapping[str, Any]) -> bool:
    """Tell whether a verdict's line says that the case was not run for a reason that spoils nothing."""
    return line["status"] == "not_run" and not {OPTIONAL, ELSEWHERE}.isdisjoint(line["notes"])


@dataclass(frozen=True)
class Verdict:
    """One line of the record. `ratio` counts noise floors between the answer and the truth."""

    implementation: str
    callable: str
    primitive: str
    case: str | None
    hunts: str
    kind: Kind
    dtype: str | None
    convention: Mapping[str, str]
    status: Status
    ratio: float | None = None
    output: str | None = None
    index: tuple[int, ...] | None = None
    expected: float | None = None
    got: float | None = None
    message: str = ""
    notes: tuple[str, ...] = field(default=())
    seconds: float = 0.0

    def __bool__(self) -> NoReturn:
        raise TypeError("a verdict has no truth value; look at its status")

    @property
    def bad(self) -> bool:
        """True where the verdict counts against the implementation (rejects only when asked for)."""
        return self.status in BAD and self.kind != "reject"

    @property
    def bits_lost(self) -> float | None:
        """How many bits further from the truth than rounding explains: log2 of the ratio, 0 below one."""
        if self.ratio is None:
            return None
        return math.log2(self.ratio) if self.ratio > 1 else 0.0

    def line(self) -> dict[str, Any]:
        """Return the verdict as a line of the record."""
        fields = asdict(self)
        at = list(fields).index("ratio") + 1
        items = [*fields.items()]
        return {"type": "verdict", **dict([*items[:at], ("bits_lost", self.bits_lost), *items[at:]])}


@dataclass(frozen=True)
class Diagnosis:
    """What is wrong, in words: the convention that was followed or the known mistake that was made."""

    implementation: str
    primitive: str
    kind: Literal["convention", "mistake", "pattern"]
    name: str
    says: str
    evidence: Mapping[str, Any]
    conforms: bool = False

    def line(self) -> dict[str, Any]:
        """Return the diagnosis as a line of the record."""
        return {"type": "diagnosis", **asdict(self)}
