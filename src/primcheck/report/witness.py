"""What libraries say about the reference: which agree, under which convention, and how closely."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tabulate import tabulate

from primcheck.record import Record, to_number
from primcheck.report.summary import case_id
from primcheck.verdict import BAD


@dataclass
class Testimony:
    """One library on one primitive under one choice of conventions."""

    library: str
    primitive: str
    convention: dict[str, str]
    verdicts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def offered(self) -> bool:
        """True where the library has the primitive and did not decline every case."""
        return any(v["status"] not in {"not_implemented", "declined", "not_run"} for v in self.judged())

    def judged(self, dtype: str | None = None) -> list[dict[str, Any]]:
        """Return the verdicts of cases and laws, in one precision or in all."""
        return [v for v in self.verdicts if v["kind"] != "reject" and dtype in (None, v["dtype"] or "float64")]

    def agrees(self, dtype: str) -> bool:
        """Tell whether everything that was asked in a precision passes."""
        found = {v["status"] for v in self.judged(dtype)}
        return "pass" in found and found <= {"pass", "declined"}

    def ratio(self, dtype: str) -> str:
        """Return the worst ratio in a precision, and how many cases fail where some do."""
        judged = self.judged(dtype)
        if not any(v["status"] not in {"declined", "not_implemented", "not_run"} for v in judged):
            return "declined" if any(v["status"] == "declined" for v in judged) else ""
        numbers = [number for v in judged if (number := to_number(v["ratio"])) is not None]
        worst = max((n for n in numbers if math.isfinite(n)), default=None)
        # A statistic and a reject have no ratio; neither has a primitive that is only drawn.
        said = "passes" if worst is None else f"{worst:.2g}"
        failing = sum(v["status"] in BAD for v in judged)
        if not failing:
            return said
        return f"{'' if worst is None or worst <= 64 else said + ', '}{failing} of {len(judged)} fail"


def testimonies(records: Iterable[Record]) -> list[Testimony]:
    """Return what was recorded, by primitive, library and convention."""
    found: dict[tuple[str, str, str], Testimony] = {}
    for record in records:
        for verdict in record.verdicts:
            key = verdict["primitive"], verdict["implementation"], repr(verdict["convention"])
            if key not in found:
                found[key] = Testimony(verdict["implementation"], verdict["primitive"], verdict["convention"])
            found[key].verdicts.append(verdict)
    order = {name: i for i, name in enumerate(dict.fromkeys(t.primitive for t in found.values()))}
    return sorted((t for t in found.values() if t.offered), key=lambda t: order[t.primitive])


def witnesses(records: Iterable[Record]) -> str:
    """Return the table of agreement, and which primitives have how many independent witnesses."""
    records = list(records)
    said = testimonies(records)
    asked = list(dict.fromkeys(v["primitive"] for record in records for v in record.verdicts if v["primitive"]))
    rows = [
        (t.primitive, t.library, convention_text(t.convention), t.ratio("float32"), t.ratio("float64"), _word(t))
        for t in said
    ]
    agreeing = {name: {t.library for t in said if t.primitive == name and _agrees(t)} for name in asked}
    parts = []
    if rows:
        headers = ("primitive", "library", "convention", "float32", "float64", "verdict")
        parts.append(
            tabulate(rows, headers=headers, disable_numparse=True, maxcolwidths=[None, None, 44, 22, 22, None])
        )
    for t in said:
        bad = [v for v in t.judged() if v["status"] in BAD]
        if bad:
            parts.append(f"{t.library} differs, {case_id(bad[0])}:\n  {bad[0]['message']}")
    parts += [f"Not asked: {v['message']}" for record in records for v in record.verdicts if not v["primitive"]]
    for count, words in ((2, "two or more libraries agree"), (1, "one library agrees"), (0, "no library agrees")):
        names = [name for name in asked if min(len(agreeing[name]), 2) == count]
        if names:
            listed = "" if count == 2 else f"; vectors worked out by hand stand in: {', '.join(names)}"
            parts.append(f"{len(names)} of {len(asked)} primitives: {words}{listed}.")
    return "\n\n".join(parts) + "\n"


def convention_text(convention: dict[str, str]) -> str:
    """Return a choice of conventions in a line."""
    return ", ".join(f"{name}={value}" for name, value in convention.items())


def _agrees(testimony: Testimony) -> bool:
    return testimony.agrees("float64") or testimony.agrees("float32")


def _word(testimony: Testimony) -> str:
    both = [dtype for dtype in ("float32", "float64") if testimony.agrees(dtype)]
    missing = [d for d in ("float32", "float64") if d not in both and testimony.ratio(d) not in ("", "declined")]
    return "agrees" if both and not missing else f"agrees in {both[0]}" if both else "DIFFERS"
