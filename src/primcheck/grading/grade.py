"""A grade: one submission judged, as one record."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from primcheck.faults import CannotJudge, SuiteFault, UsageError
from primcheck.grading.rubric import Rubric
from primcheck.grading.submissions import Submission
from primcheck.record import collect
from primcheck.report.summary import PrimitiveSummary, summarize
from primcheck.report.text import diagnosis_text, failure, told
from primcheck.spec import Primitive

Judge = Callable[[str, list[Primitive]], Iterator[list[dict[str, Any]]]]
"""Judges one target: yields the lines of the record, primitive by primitive."""


def grade(
    submission: Submission, judge: Judge, primitives: list[Primitive], rubric: Rubric, budget: float
) -> dict[str, Any]:
    """Judge a submission and return its record; whatever goes wrong becomes a part of it.

    A primitive that several files define counts as the first of them has it. What the budget, in seconds, does not
    suffice for is not passed.
    """
    started = time.monotonic()
    lines: list[dict[str, Any]] = []
    troubles: list[str] = []
    faults: list[str] = []
    judged: set[str] = set()
    late = False
    for target in submission.targets:
        wanted = [primitive for primitive in primitives if primitive.name not in judged]
        try:
            for about in judge(str(target), wanted):
                lines += [line for line in about if line.get("kind") != "reject"]
                late = time.monotonic() - started > budget
                if late:
                    break
        except (CannotJudge, UsageError, SuiteFault) as error:
            # Where the folder stands is nobody's business, and another place on every machine.
            sentence = str(error).replace(str(target), str(target.relative_to(submission.path.parent)))
            (faults if isinstance(error, SuiteFault) else troubles).append(sentence)
        judged |= {
            line["primitive"] for line in lines if line["type"] == "verdict" and line["status"] != "not_implemented"
        }
        if late:
            troubles.append(f"the time for one submission ({budget:g} s) was used up")
            break
    if not submission.targets:
        troubles.append("there is no Python file and no notebook in it")
    summaries = {s.primitive: s for s in summarize([collect(_first(lines))]) if s.status != "not_implemented"}
    scored = {name: _scored(summaries.get(name), worth, rubric) for name, worth in rubric.points.items()}
    points = sum(entry["points"] for entry in scored.values())
    return {
        "type": "grade",
        "submission": submission.name,
        "status": "not_judged" if faults else "graded" if summaries else "nothing_to_judge",
        "points": round(points, 4),
        "of": rubric.total,
        "primitives": scored,
        "troubles": troubles,
        "faults": faults,
        "style": next((line for line in lines if line["type"] == "style"), None),
        "seconds": round(time.monotonic() - started, 3),
    }


def _first(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the lines of the implementation that is first to offer each primitive, all under one name."""
    owner: dict[str, str] = {}
    for line in lines:
        if line["type"] == "verdict" and line["status"] != "not_implemented":
            owner.setdefault(line["primitive"], line["implementation"])
    for line in lines:
        if line["type"] in {"verdict", "diagnosis"} and owner.get(line["primitive"]) == line["implementation"]:
            yield {**line, "implementation": ""}


def _scored(summary: PrimitiveSummary | None, worth: float, rubric: Rubric) -> dict[str, Any]:
    """Return what one primitive gives: all points where every case passes; the absence of evidence gives none."""
    if summary is None:
        return {
            "status": "not_implemented",
            "points": 0.0,
            "of": worth,
            "passed": 0,
            "cases": 0,
            "mistakes": [],
            "says": "",
        }
    passed, cases = summary.passed, len(summary.counted)
    right = summary.status == "pass" or (summary.status == "convention" and rubric.other_conventions)
    share = 1.0 if right and cases else passed / cases if rubric.partial and cases else 0.0
    return {
        "status": summary.status,
        "points": round(worth * share, 4),
        "of": worth,
        "passed": passed,
        "cases": cases,
        "mistakes": [d["name"] for d in told(summary.diagnoses) if d["kind"] == "mistake"],
        "says": "" if summary.status == "pass" else failure(summary) if summary.bad else _why(summary),
    }


def _why(summary: PrimitiveSummary) -> str:
    said = [diagnosis_text(diagnosis) for diagnosis in told(summary.diagnoses)]
    return "\n".join([*said, next((v["message"] for v in summary.verdicts if v["message"]), "")])
