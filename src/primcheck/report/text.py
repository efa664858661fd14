"""The report for a terminal: a table per implementation, then every failure with its reason and what is wrong."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tabulate import tabulate

from primcheck.record import Record
from primcheck.report.style import named, paragraph, style_of, styles_of
from primcheck.report.summary import PrimitiveSummary, case_id, headline, implementations, summarize
from primcheck.verdict import DEFINITION, ELSEWHERE, SMALLEST

WIDTH = 100

_WORDS = {
    "pass": "conforms",
    "fail": "WRONG",
    "raised": "RAISED",
    "timeout": "TIMEOUT",
    "crashed": "CRASHED",
    "blocked": "BLOCKED",
    "convention": "OTHER CONVENTION",
    "not_implemented": "not implemented",
    "declined": "declined",
    "not_run": "NOT RUN",
}


def word(status: str) -> str:
    """Return a status in words; one that this version does not know as it is, loudly."""
    return _WORDS.get(status, status.upper())


def text(records: Iterable[Record]) -> str:
    """Return the whole report of some records."""
    records = list(records)
    summaries = summarize(records)
    parts: list[str] = []
    styles = styles_of(records)
    for name, group in implementations(summaries).items():
        parts += list(_implementation(name, group, style_of(styles, name), whole=name in styles))
    if any(record.measurements for record in records):
        from primcheck.report.speed import speed_tables

        parts += speed_tables(records)
    for record in records:
        if record.trouble:
            parts.append(f"INCOMPLETE: {record.name}: {record.trouble}; what was recorded before is above.")
    parts += shut_in(records)
    if summaries:
        parts.append(headline(records, summaries))
    return "\n\n".join(parts) + "\n"


def shut_in(records: Iterable[Record]) -> list[str]:
    """Return how well isolated code was shut in, as it was tried out; nothing where none was to be."""
    said = dict.fromkeys(str(record.run.get("environment", {}).get("isolation", "none")) for record in records)
    return [label for label in said if label != "none"]


def _implementation(
    name: str, group: list[PrimitiveSummary], style: dict[str, Any] | None, *, whole: bool
) -> Iterator[str]:
    offered = [summary for summary in group if summary.status != "not_implemented" and summary.primitive]
    if offered:
        yield f"{name}\n" + tabulate(
            [row(summary, style) for summary in offered],
            headers=HEADERS,
            tablefmt="simple",
            colalign=("left", "left", "right", "right", "right", "right"),
            disable_numparse=True,
        )
    if style is not None:
        yield from (textwrap.fill(said, WIDTH) for said in paragraph(style, group, whole=whole))
    for summary in group:
        if not summary.primitive:
            yield f"NOT JUDGED  {name}\n{_indent(summary.verdicts[0]['message'])}"
        elif summary.bad or summary.status == "not_run":
            yield failure(summary)
    told = [(v["primitive"], note) for s in group for v in s.verdicts for note in v["notes"] if note != ELSEWHERE]
    notes = dict.fromkeys(f"{primitive}: {note}" for primitive, note in told)
    if notes:
        yield f"Notes on {name}\n" + "\n".join(_indent(f"- {note}") for note in _folded(list(notes)))
    declined = declines(offered)
    if declined:
        yield f"Declined by {name}\n" + "\n".join(_indent(f"- {line}", hanging=2) for line in declined)
    lax = {s.primitive: [v["case"] for v in s.asked_to_refuse if v["status"] != "pass"] for s in offered}
    lines = [f"- {primitive}: {', '.join(cases)}" for primitive, cases in lax.items() if cases]
    if lines:
        title = f"Bad input that {name} does not refuse (counts only with --strict)"
        yield title + "\n" + "\n".join(_indent(line, hanging=2) for line in lines)
    missing = [summary.primitive for summary in group if summary.status == "not_implemented"]
    if missing and offered:
        names = (
            ", ".join(missing) if len(missing) <= 8 else f"{len(missing)} of the primitives that `primcheck list` shows"
        )
        yield textwrap.fill(f"Not implemented by {name}: {names}.", WIDTH, subsequent_indent="  ")


def declines(summaries: list[PrimitiveSummary]) -> list[str]:
    """Return what an implementation does not support, each reason once, with the number of cases."""
    counts: Counter[str] = Counter()
    for summary in summaries:
        for verdict in (*summary.verdicts, *summary.rejects):
            if verdict["status"] == "declined":
                counts[f"{summary.primitive}: {verdict['message']}"] += 1
    return [f"{reason} ({count} {'case' if count == 1 else 'cases'})" for reason, count in counts.items()]


HEADERS = ("primitive", "verdict", "cases passed", "worst ratio", "bits lost", "refused")


def row(summary: PrimitiveSummary, style: dict[str, Any] | None = None) -> tuple[str, ...]:
    """Return a primitive's line of the conformance table."""
    ratio, bits = summary.worst
    bad_inputs = summary.asked_to_refuse
    refused = f"{sum(v['status'] == 'pass' for v in bad_inputs)}/{len(bad_inputs)}" if bad_inputs else ""
    cases = f"{summary.passed}/{len(summary.counted)}" + (
        f" (+{summary.declined} declined)" if summary.declined else ""
    )
    return (
        named(style, summary),
        word(summary.status),
        cases,
        "" if ratio is None else f"{ratio:.3g}",
        "" if bits is None else f"{bits:.1f}",
        refused,
    )


def failure(summary: PrimitiveSummary) -> str:
    """Return what is wrong with one primitive: the diagnosis, the first failing case with its reason, and the others."""
    if summary.status == "not_run":
        message = next(v["message"] for v in summary.verdicts if v["status"] == "not_run")
        return f"NOT RUN  {summary.primitive}\n{_indent(message)}"
    first, *others = summary.bad
    lines = [f"{word(summary.status)}  {summary.primitive}   ({first['callable']})"]
    lines += [_indent(diagnosis_text(diagnosis)) for diagnosis in told(summary.diagnoses)]
    lines.append(_indent(f"case     {case_id(first)}"))
    if first["hunts"]:
        lines.append(_indent(f"hunts    {first['hunts']}", hanging=9))
    lines.append(_indent(f"found    {first['message']}", hanging=9))
    if others:
        names = ", ".join(case_id(v).partition("::")[2] for v in others[:4])
        more = f" and {len(others) - 4} more" if len(others) > 4 else ""
        plural = "cases fail" if len(others) > 1 else "case fails"
        lines.append(_indent(f"also     {len(others)} other {plural}: {names}{more}", hanging=9))
    passing = summary.passed
    lines.append(_indent(f"passes   {passing} of {len(summary.counted)} cases"))
    for diagnosis in summary.diagnoses:
        if diagnosis["name"] in _SHOWN:
            foreign = ", asked as " in diagnosis["says"]
            lines += [f"  {_NUMBERS if foreign else _SHOWN[diagnosis['name']]}", ""]
            lines += [f"    {line}".rstrip() for line in diagnosis["says"].splitlines()]
    return "\n".join(lines)


_NUMBERS = "try      these numbers:"

_SHOWN = {DEFINITION: "formula  as it should be:", SMALLEST: "try      this, in the folder of the code:"}
"""Diagnoses that are shown as they stand, under these words."""


def told(diagnoses: list[dict[str, Any]], most: int = 3) -> list[dict[str, Any]]:
    """Return the diagnoses that are told in words, the best ones."""
    return [diagnosis for diagnosis in diagnoses if diagnosis["name"] not in _SHOWN][:most]


def diagnosis_text(diagnosis: dict[str, Any]) -> str:
    """Return a diagnosis in words."""
    if diagnosis["kind"] == "convention":
        return f"This is right under another convention, {diagnosis['name']}. {diagnosis['says']}"
    title = {"mistake": "The mistake", "pattern": "What stands out"}[diagnosis["kind"]]
    return f"{title}: {diagnosis['name'].replace('_', ' ')}. {diagnosis['says']}"


def _indent(text: str, hanging: int = 0) -> str:
    paragraphs = text.split("\n")
    return "\n".join(
        textwrap.fill(
            paragraph,
            WIDTH,
            initial_indent="  ",
            subsequent_indent="  " + " " * hanging,
            replace_whitespace=False,
            drop_whitespace=True,
            break_long_words=False,
        )
        for paragraph in paragraphs
    )


def _folded(lines: list[str], most: int = 12) -> list[str]:
    return lines if len(lines) <= most else [*lines[:most], f"- and {len(lines) - most} more"]
