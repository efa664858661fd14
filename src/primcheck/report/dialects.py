"""The dialects of libraries, as measured by running them: what each does where libraries differ. Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tabulate import tabulate

from primcheck.record import Record
from primcheck.report.markdown import long_table, provenance
from primcheck.report.witness import Testimony, convention_text, testimonies
from primcheck.verdict import BAD

SPECIAL = {
    "NaN": r"\bNaNs?\b",
    "ties": r"\b(ties?|tied|equal (scores|values|maxima))\b",
    "zeros": r"\bzeros?\b|exactly 0\b",
}
"""The columns about special values, and the words in a case's name or purpose that mark it as being about them."""

HEADERS = ("primitive", "library", "follows", "also offers", "float32", "float64", *SPECIAL, "bad input refused")


def dialects(records: Iterable[Record]) -> str:
    """Return a page: a row a primitive's library, then for each library where it differs or declines, and why."""
    records = list(records)
    said = testimonies(records)
    grouped: dict[str, dict[str, list[Testimony]]] = {}
    for testimony in said:
        grouped.setdefault(testimony.primitive, {}).setdefault(testimony.library, []).append(testimony)
    rows = [_row(first, others) for libraries in grouped.values() for first, *others in libraries.values()]
    parts = [
        "# Dialects of the libraries, as measured",
        "Each library was asked every case of the suite by running it. *Follows* is the convention under which it is judged as it"
        " is called by default; *also offers* are others that an argument of its own gives. The figures are the worst distance"
        " from the truth in noise floors, of which 64 are allowed: how far rounding at that precision moves the definition"
        " itself. *As defined* means that the library does what the definition says in so many cases about NaN, ties or zeros.",
        _counts(said),
        long_table(HEADERS, rows),
        "# Where libraries differ or decline",
    ]
    for library in sorted({t.library for t in said}):
        notes = [
            f"- `{name}`: {'; '.join(_notes(libraries[library][0]))}."
            for name, libraries in grouped.items()
            if library in libraries and list(_notes(libraries[library][0]))
        ]
        if notes:
            parts.append(f"## {library}\n\n" + "\n".join(notes))
    parts += [_versions(record) + "\n\n" + provenance(record) for record in records]
    return "\n\n".join(parts) + "\n"


def _counts(said: list[Testimony]) -> str:
    """Return how many primitives each library offers, and of how many it passes every case that it does not decline."""
    rows = []
    for library in sorted({t.library for t in said}):
        first: dict[str, Testimony] = {}
        for testimony in (t for t in said if t.library == library):
            first.setdefault(testimony.primitive, testimony)
        wrong = Counter(tuple(_wrong(t, dtype) for dtype in ("float32", "float64")) for t in first.values())
        order = ((False, False), (False, True), (True, False), (True, True))
        rows.append((library, str(len(first)), *(str(wrong[key]) for key in order)))
    headers = ("library", "primitives offered", "right", "differs in float64 only", "in float32 only", "in both")
    return tabulate(rows, headers=headers, tablefmt="github", disable_numparse=True)


def _wrong(testimony: Testimony, dtype: str) -> bool:
    return any(v["status"] in BAD for v in testimony.judged(dtype))


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


def _notes(testimony: Testimony) -> Iterator[str]:
    """Yield what is to be said: how often it is wrong in a precision, with the first case; what it declines; what it takes."""
    for dtype in ("float32", "float64"):
        judged = testimony.judged(dtype)
        bad = [v for v in judged if v["status"] in BAD]
        if bad:
            cases = f"{len(bad)} of {len(judged)} cases differ in {dtype}" if len(bad) > 1 else f"differs in {dtype}"
            yield f"{cases}: “{bad[0]['case']}”, {bad[0]['message'].rstrip('.')}"
    declined = Counter(v["message"].rstrip(".") for v in testimony.judged() if v["status"] == "declined")
    for reason, count in declined.items():
        yield f"declines {count} {'case' if count == 1 else 'cases'}: {reason}"
    taken = [v["case"] for v in testimony.verdicts if v["kind"] == "reject" and v["status"] == "fail"]
    if taken:
        yield f"takes bad input: {', '.join(taken)}"
    fatal = [v["case"] for v in testimony.verdicts if v["kind"] == "reject" and v["status"] == "crashed"]
    if fatal:
        yield f"ends the process on bad input: {', '.join(fatal)}"


def _versions(record: Record) -> str:
    versions = record.run.get("environment", {}).get("libraries", {})
    return "_Libraries: " + ", ".join(f"{name} {version}" for name, version in versions.items()) + "._"
