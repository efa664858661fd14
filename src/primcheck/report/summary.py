"""What every report says, in whatever format: verdicts grouped by implementation and primitive, with their reasons."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from primcheck.record import Record, to_number
from primcheck.verdict import BAD, excused


@dataclass
class PrimitiveSummary:
    """One primitive of one implementation: its verdicts and what the diagnosis made of them."""

    implementation: str
    primitive: str
    verdicts: list[dict[str, Any]] = field(default_factory=list)
    rejects: list[dict[str, Any]] = field(default_factory=list)
    diagnoses: list[dict[str, Any]] = field(default_factory=list)

    @property
    def status(self) -> str:
        """The one word for the primitive: the worst status of its verdicts."""
        order = ("not_run", "crashed", "timeout", "raised", "blocked", "fail", "convention", "pass", "declined")
        counting = [verdict for verdict in self.verdicts if not excused(verdict)]
        found = {verdict["status"] for verdict in counting or self.verdicts}
        unknown = sorted(found - {*order, "not_implemented"})
        return next((status for status in [*unknown, *order] if status in found), next(iter(found), "not_run"))

    @property
    def counted(self) -> list[dict[str, Any]]:
        """The verdicts of cases that were asked."""
        return [v for v in self.verdicts if v["status"] not in {"declined", "not_implemented", "not_run"}]

    @property
    def asked_to_refuse(self) -> list[dict[str, Any]]:
        """The verdicts on bad input, but for what the implementation says beforehand it does not support."""
        return [v for v in self.rejects if v["status"] != "declined"]

    @property
    def passed(self) -> int:
        """How many cases passed."""
        return sum(verdict["status"] == "pass" for verdict in self.verdicts)

    @property
    def declined(self) -> int:
        """How many cases the implementation does not support, by its own word."""
        return sum(verdict["status"] == "declined" for verdict in self.verdicts)

    @property
    def bad(self) -> list[dict[str, Any]]:
        """The verdicts that count against the implementation, those of the definition before those of storage."""
        order = {"value": 0, "law": 1, "statistic": 1, "storage": 2}
        return sorted((v for v in self.verdicts if v["status"] in BAD), key=lambda v: order.get(v["kind"], 3))

    @property
    def worst(self) -> tuple[float | None, float | None]:
        """The largest ratio and the bits it stands for; infinite (not right to the bit, NaN) only where all are."""
        numbers = [(to_number(v["ratio"]), to_number(v["bits_lost"])) for v in self.verdicts if v["ratio"] is not None]
        finite = [pair for pair in numbers if pair[0] is not None and math.isfinite(pair[0])]
        return max(finite or numbers, key=lambda pair: pair[0] or 0.0, default=(None, None))

    @property
    def convention(self) -> str:
        """The conventions that the primitive was judged under, where it has any."""
        return ", ".join(f"{k}={v}" for k, v in self.verdicts[0]["convention"].items()) if self.verdicts else ""


def summarize(records: Iterable[Record]) -> list[PrimitiveSummary]:
    """Group the verdicts of records by implementation and primitive, in the order in which they were judged."""
    groups: dict[tuple[str, str], PrimitiveSummary] = {}

    def group(line: dict[str, Any]) -> PrimitiveSummary:
        key = line["implementation"], line["primitive"]
        return groups.setdefault(key, PrimitiveSummary(*key))

    for record in records:
        for verdict in record.verdicts:
            (group(verdict).rejects if verdict["kind"] == "reject" else group(verdict).verdicts).append(verdict)
        for diagnosis in record.diagnoses:
            group(diagnosis).diagnoses.append(diagnosis)
    return list(groups.values())


def implementations(summaries: Iterable[PrimitiveSummary]) -> dict[str, list[PrimitiveSummary]]:
    """Return the summaries by implementation."""
    grouped: dict[str, list[PrimitiveSummary]] = {}
    for summary in summaries:
        grouped.setdefault(summary.implementation, []).append(summary)
    return grouped


def case_id(verdict: dict[str, Any]) -> str:
    """Return the stable id of a case: primitive, case, precision."""
    return "::".join(str(part) for part in (verdict["primitive"], verdict["case"], verdict["dtype"]) if part)


def headline(records: Iterable[Record], summaries: list[PrimitiveSummary]) -> str:
    """Return the run in one sentence."""
    records = list(records)
    judged = [s for s in summaries if s.counted]
    wrong = [s for s in judged if s.bad]
    unjudged = [s for s in summaries if s.status == "not_run"]
    missing = sum(s.status == "not_implemented" for s in summaries)
    declined = sum(s.declined for s in summaries)
    cases = sum(len(s.counted) for s in judged)
    passed = sum(s.passed for s in judged)
    plural = "primitive" if len(judged) == 1 else "primitives"
    parts = [f"{len(judged) - len(wrong)} of {len(judged)} {plural} conform ({passed} of {cases} cases pass)"]
    if unjudged:
        parts.append(f"{len(unjudged)} could not be judged")
    if missing:
        parts.append(f"{missing} not implemented")
    if declined:
        parts.append(f"{declined} cases declined")
    refused = [v for s in summaries for v in s.asked_to_refuse]
    if refused:
        parts.append(f"{sum(v['status'] == 'pass' for v in refused)} of {len(refused)} bad inputs refused")
    seconds = sum(float(record.end["seconds"]) for record in records if record.end)
    return "; ".join(parts) + (f"; {seconds:.1f} s." if seconds else ".")
