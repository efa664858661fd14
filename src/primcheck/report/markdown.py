"""The report as Markdown: the same tables, and each failure folded under its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabulate import tabulate

from primcheck.record import Record
from primcheck.report.style import paragraph, style_of, styles_of
from primcheck.report.summary import headline, implementations, summarize
from primcheck.report.text import HEADERS, declines, failure, row, shut_in


def markdown(records: Iterable[Record]) -> str:
    """Return the whole report of some records."""
    records = list(records)
    summaries = summarize(records)
    parts = [headline(records, summaries)] if summaries else []
    parts += [f"`{label}`" for label in shut_in(records)]
    styles = styles_of(records)
    for name, group in implementations(summaries).items():
        parts.append(f"## {name}")
        style = style_of(styles, name)
        if style is not None:
            parts += list(paragraph(style, group, whole=name in styles))
        offered = [summary for summary in group if summary.status != "not_implemented" and summary.primitive]
        if offered:
            parts.append(
                tabulate([row(s, style) for s in offered], headers=HEADERS, tablefmt="github", disable_numparse=True)
            )
        for summary in group:
            if not summary.primitive:
                parts.append(f"**Not judged:** {summary.verdicts[0]['message']}")
            elif summary.bad or summary.status == "not_run":
                title = f"{summary.primitive}: {summary.status.replace('_', ' ')}"
                text = f"```text\n{failure(summary)}\n```"
                parts.append(f"<details><summary>{title}</summary>\n\n{text}\n\n</details>")
        declined = declines(offered)
        if declined:
            parts.append("Declined:\n\n" + "\n".join(f"- {line}" for line in declined))
        missing = [f"`{summary.primitive}`" for summary in group if summary.status == "not_implemented"]
        if missing and offered:
            parts.append(f"Not implemented: {', '.join(missing)}.")
    if any(record.measurements for record in records):
        from primcheck.report.speed import speed_tables

        parts += speed_tables(records, "github")
    parts += [f"**Incomplete:** {record.name}: {record.trouble}." for record in records if record.trouble]
    for record in records:
        parts.append(provenance(record))
    return "\n\n".join(parts) + "\n"


def provenance(record: Record) -> str:
    """Return what a record was made with, in one line."""
    environment = record.run.get("environment", {})
    software = ", ".join(f"{k} {environment.get(k)}" for k in ("python", "numpy", "numba") if environment.get(k))
    machine = f"{environment.get('cpu')} ({environment.get('platform')}, {environment.get('cores')} cores)"
    suite = f"primcheck {record.run.get('suite_version')}, suite {record.run.get('suite_digest')}"
    return f"_{suite}; {software}; {machine}; {environment.get('blas')}; {record.run.get('started')}._"


def long_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table without the spaces that line up its columns, which a long one would be full of."""
    lines = [headers, ["---"] * len(headers), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '∣') for cell in line)} |" for line in lines)
