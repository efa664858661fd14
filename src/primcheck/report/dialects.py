"""The dialects of libraries, as measured by running them: what each does where libraries differ. Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tabulate import tabulate

from primcheck.record import Record
from primcheck.report.markdown import provenance
from primcheck.report.witness import Testimony, convention_text, testimonies
from primcheck.verdict import BAD

SPECIAL = {
    "NaN": r"\bNaNs?\b",
    "ties": r"\b(ties?|tied|equal (scores|values|maxima))\b",
    "zeros": r"\bzeros?\b|exactly 0\b",
}
"""The columns about special values, and the words in a case's name or purpose that mark it as being about them."""


def dialects(records: Iterable[Record]) -> str:
    """Return a page: a table a primitive's library, then every difference with its reason."""
    records = list(records)
    said = testimonies(records)
    primitives = dict.fromkeys(t.primitive for t in said)
    rows, notes = [], []
    for primitive in primitives:
        libraries = dict.fromkeys(t.library for t in said if t.primitive == primitive)
        for library in libraries:
            first, *others = (t for t in said if (t.primitive, t.library) == (primitive, library))
            rows.append(_row(first, others))
            notes += _notes(first)
    headers = ("primitive", "library", "follows", "also offers", "float32", "float64", *SPECIAL, "bad input refused")
    parts = [
        "# Dialects of the libraries, as measured",
        "Each library was asked every case of the suite by running it. *Follows* is the convention under which it passes as"
        " it is called by default; *also offers* are others that an argument of its own gives. The figures are the worst"
        " distance from the truth in noise floors, of which 64 are allowed: how far rounding at that precision moves the"
        " definition itself. *as defined* means that the library does what the definition says in so many cases.",
        tabulate(rows, headers=headers, tablefmt="github", disable_numparse=True),
    ]
    if notes:
        parts += ["## Where a library differs or declines", "\n".join(dict.fromkeys(notes))]
    parts += [_versions(record) + "\n\n" + provenance(record) for record in records]
    return "\n\n".join(parts) + "\n"


def _row(first: Testimony, others: list[Testimony]) -> tuple[str, ...]:
    rejects = [v for v in first.verdicts if v["kind"] == "reject" and v["status"] != "declined"]
    refused = f"{sum(v['status'] == 'pass' for v in rejects)} of {len(rejects)}" if rejects else ""
    also = "; ".join(_difference(first.convention, other.convention) for other in others)
    return (
        f"`{first.primitive}`", first.library, convention_text(first.convention), also, first.ratio("float32"),
        first.ratio("float64"), *(_special(first, words) for words in SPECIAL.values()), refused,
    )  # fmt: skip


def _difference(first: dict[str, str], other: dict[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in other.items() if first[name] != value)


def _special(testimony: Testimony, words: str) -> str:
    about = [v for v in testimony.judged() if v["kind"] == "value" and _speaks(v["case"], v["hunts"], words)]
    if not about:
        return ""
    bad, declined = [v for v in about if v["status"] in BAD], [v for v in about if v["status"] == "declined"]
    if bad:
        return f"differs ({len(bad)} of {len(about)})"
    if len(declined) == len(about):
        return "declined"
    return f"as defined ({len(about) - len(declined)})" + (f", {len(declined)} declined" if declined else "")


def _speaks(case: str, hunts: str, words: str) -> bool:
    return re.search(words, f"{case} {hunts}", re.IGNORECASE) is not None


def _notes(testimony: Testimony) -> list[str]:
    name = f"- `{testimony.primitive}`, {testimony.library}"
    taken = [v["case"] for v in testimony.verdicts if v["kind"] == "reject" and v["status"] == "fail"]
    notes = [f"{name}: takes bad input: {', '.join(taken)}."] if taken else []
    for verdict in testimony.verdicts:
        if verdict["kind"] != "reject" and verdict["status"] in BAD:
            notes.append(f"{name}, case “{verdict['case']}” in {verdict['dtype'] or 'float64'}: {verdict['message']}.")
        elif verdict["kind"] != "reject" and verdict["status"] == "declined":
            notes.append(f"{name}: {verdict['message'].rstrip('.')}.")
    return notes


def _versions(record: Record) -> str:
    versions = record.run.get("environment", {}).get("libraries", {})
    return "_Libraries: " + ", ".join(f"{name} {version}" for name, version in versions.items()) + "._"
