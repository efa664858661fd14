"""Reports on grades: the class at a glance, a table for a spreadsheet, results as Gradescope reads them."""

from __future__ import annotations

import csv
import io
import json
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tabulate import tabulate

from primcheck.report.text import word

Grades = Mapping[str, Mapping[str, Any]]


def class_summary(grades: Iterable[Mapping[str, Any]]) -> str:
    """Return points by submission, how each primitive went, and which mistakes are common."""
    grades = sorted(grades, key=lambda grade: str(grade["submission"]))
    # Who handed in nothing that can be judged has his place in the class; who was not judged for a reason of ours has not.
    judged = [grade for grade in grades if grade["status"] != "not_judged"]
    parts = [_submissions(grades)]
    if judged:
        parts += [_primitives(judged), _mistakes(judged)]
    troubled = [grade for grade in grades if grade["faults"]]
    if troubled:
        lines = [f"- {grade['submission']}: {grade['faults'][0]}" for grade in troubled]
        parts.append("Not judged, for a reason of ours; run the command again to try once more\n" + "\n".join(lines))
    parts.append(_headline(grades, judged))
    return "\n\n".join(part for part in parts if part) + "\n"


def as_csv(grades: Iterable[Mapping[str, Any]]) -> str:
    """Return a row for each submission: status, points, points for each primitive, and the mistakes that were named."""
    grades = sorted(grades, key=lambda grade: str(grade["submission"]))
    names = list(dict.fromkeys(name for grade in grades for name in grade["primitives"]))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["submission", "status", "points", "of", *names, "mistakes", "troubles"])
    for grade in grades:
        scored = grade["primitives"]
        mistakes = [f"{name}: {mistake}" for name in scored for mistake in scored[name]["mistakes"][:1]]
        said = [*grade["troubles"], *grade["faults"]]
        cells = [scored[name]["points"] if name in scored else "" for name in names]
        row = [
            grade["submission"],
            grade["status"],
            grade["points"],
            grade["of"],
            *cells,
            "; ".join(mistakes),
            " ".join(said),
        ]
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue()


def gradescope(grade: Mapping[str, Any]) -> dict[str, Any]:
    """Return one submission's results.json: a test for each primitive, with what is said about it."""
    tests = [
        {
            "name": name,
            "score": entry["points"],
            "max_score": entry["of"],
            "status": "passed" if entry["points"] == entry["of"] else "failed",
            "output": entry["says"] or _short(entry),
            "output_format": "text",
            "visibility": "visible",
        }
        for name, entry in grade["primitives"].items()
    ]
    said = [*grade["troubles"], *grade["faults"]]
    return {"score": grade["points"], "execution_time": grade["seconds"], "output": "\n".join(said), "tests": tests}


def as_gradescope(grades: Iterable[Mapping[str, Any]]) -> str:
    """Return the results.json of a single submission; of several, one for each by name."""
    found = {str(grade["submission"]): gradescope(grade) for grade in grades}
    said = next(iter(found.values())) if len(found) == 1 else found
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _submissions(grades: list[Mapping[str, Any]]) -> str:
    rows = [
        (
            grade["submission"],
            f"{grade['points']:g}" if grade["status"] != "not_judged" else "",
            f"{grade['of']:g}",
            sum(entry["status"] in {"pass", "convention"} for entry in grade["primitives"].values()),
            _remark(grade),
        )
        for grade in grades
    ]
    headers = ("submission", "points", "of", "right", "remark")
    return tabulate(rows, headers=headers, disable_numparse=True, colalign=("left", "right", "right", "right", "left"))


def _remark(grade: Mapping[str, Any]) -> str:
    said = [*grade["faults"], *grade["troubles"]]
    wrong = [f"{name} {word(e['status'])}" for name, e in grade["primitives"].items() if e["status"] not in _FINE]
    text = said[0] if said else ", ".join(wrong[:3]) + (f" and {len(wrong) - 3} more" if len(wrong) > 3 else "")
    return text if len(text) <= 60 else text[:59] + "…"


_FINE = {"pass", "convention"}


def _primitives(grades: list[Mapping[str, Any]]) -> str:
    rows = []
    for name in dict.fromkeys(name for grade in grades for name in grade["primitives"]):
        entries = [grade["primitives"][name] for grade in grades if name in grade["primitives"]]
        counts = Counter(entry["status"] for entry in entries)
        right = counts["pass"] + counts["convention"]
        missing = counts["not_implemented"]
        rows.append((name, right, len(entries) - right - missing, missing, _shares(entries)))
    headers = ("primitive", "right", "wrong", "missing", "points, on average")
    return tabulate(rows, headers=headers, disable_numparse=True, colalign=("left", *["right"] * 4))


def _shares(entries: list[Mapping[str, Any]]) -> str:
    return f"{statistics.fmean(e['points'] for e in entries):.3g} of {entries[0]['of']:g}"


def _mistakes(grades: list[Mapping[str, Any]]) -> str:
    counts: Counter[tuple[str, str]] = Counter()
    for grade in grades:
        for name, entry in grade["primitives"].items():
            counts.update({(name, mistake.replace("_", " ")) for mistake in entry["mistakes"][:1]})
    if not counts:
        return ""
    rows = [(name, mistake, count) for (name, mistake), count in counts.most_common(20)]
    return "Mistakes that were made, the most common first\n" + tabulate(
        rows, headers=("primitive", "mistake", "submissions")
    )


def _headline(grades: list[Mapping[str, Any]], judged: list[Mapping[str, Any]]) -> str:
    text = f"{len(judged)} of {len(grades)} submissions graded"
    if judged:
        points = [grade["points"] for grade in judged]
        text += f"; points: mean {statistics.fmean(points):.3g}, median {statistics.median(points):g}, of {judged[0]['of']:g}"
    return text + "."


def _short(entry: Mapping[str, Any]) -> str:
    if entry["status"] == "not_implemented":
        return "There is no function of this name."
    return f"{word(entry['status'])}: {entry['passed']} of {entry['cases']} cases pass."


def _harmless(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell
