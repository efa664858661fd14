"""The report for a notebook: a table, and what is wrong under it, as a piece of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from primcheck.record import Record
from primcheck.report.summary import PrimitiveSummary, headline, implementations, summarize
from primcheck.report.text import failure, row, word

_HEADERS = ("primitive", "verdict", "cases passed")

_SIGNS = {"pass": "✓", "declined": "–", "not_run": "?"}
"""Verdicts can be told without colour; all others are ✗."""


def page(records: Iterable[Record]) -> str:
    """Return the report of some records as HTML."""
    records = list(records)
    summaries = summarize(records)
    parts = [f"<p><strong>{escape(headline(records, summaries))}</strong></p>"]
    for name, group in implementations(summaries).items():
        offered = [s for s in group if s.status != "not_implemented" and s.primitive]
        parts.append(_table(name, offered))
        for summary in group:
            if not summary.primitive:
                parts.append(f"<p>{escape(summary.verdicts[0]['message'])}</p>")
            elif summary.bad or summary.status == "not_run":
                parts.append(_folded(summary, at_once=len(offered) == 1))
    parts += [f"<p>Incomplete: {escape(record.trouble)}.</p>" for record in records if record.trouble]
    return '<div style="max-width: 60em">' + "\n".join(parts) + "</div>"


def _table(name: str, summaries: list[PrimitiveSummary]) -> str:
    head = "".join(f'<th scope="col" style="text-align: left">{title}</th>' for title in _HEADERS)
    rows = "".join(_row(summary) for summary in summaries)
    return f"<table><caption>{escape(name)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(summary: PrimitiveSummary) -> str:
    primitive, verdict, cases, *_ = row(summary)
    cells = (primitive, f"{_SIGNS.get(summary.status, '✗')} {verdict}", cases)
    return "<tr>" + "".join(f'<td style="text-align: left">{escape(cell)}</td>' for cell in cells) + "</tr>"


def _folded(summary: PrimitiveSummary, *, at_once: bool) -> str:
    title = f"{summary.primitive}: {word(summary.status)}"
    text = f'<pre style="white-space: pre-wrap; text-align: left">{escape(failure(summary))}</pre>'
    return f"<details{' open' if at_once else ''}><summary>{escape(title)}</summary>{text}</details>"
