"""The speed report: times relative to the baseline of the same run, never without their interval."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from typing import Any

from tabulate import tabulate

from primcheck.record import Record

_WORDS = {"too_slow": "too slow", "invalid": "not timed: wrong"}


def speed_tables(records: Iterable[Record], style: str = "simple") -> list[str]:
    """Return a table per size: a row a primitive, a column an implementation."""
    lines = [line for record in records for line in record.measurements]
    sizes = dict.fromkeys(line["size"] for line in lines)
    parts = [_size_table(size, [line for line in lines if line["size"] == size], style) for size in sizes]
    parts.append(
        "Times are relative to the baseline in the same run: median of pairwise ratios and 99 % interval, below 1 is faster.\n"
        "“A/A” is the baseline against itself in the same rounds: what this machine's noise alone looks like.\n"
        "GB/s counts the bytes that must move; “?” marks a difference that the interval or the noise does not support."
    )
    slow = [_compilation(line) for line in lines if _compiled(line)]
    if slow:
        headers = ("implementation", "primitive", "size", "first call / later calls")
        parts.append("First calls (compilation, caches), apart\n" + tabulate(slow, headers=headers, tablefmt=style))
    return parts


def _size_table(size: str, lines: list[dict[str, Any]], style: str) -> str:
    names = list(dict.fromkeys(line["implementation"] for line in lines))
    baseline = lines[0]["baseline"]
    found = {(line["primitive"], line["implementation"]): line for line in lines}
    rows = []
    for primitive in dict.fromkeys(line["primitive"] for line in lines):
        mine = found.get((primitive, baseline), {})
        control = mine.get("control")
        noise = f"{control['low']:.2f}–{control['high']:.2f}" if control else ""
        rows.append((primitive, *(_cell(found.get((primitive, name))) for name in names), noise))
    headers = ("primitive", *(f"{name}\ntime / {baseline}" for name in names), "A/A\nof the baseline")
    if style == "github":
        headers = tuple(header.replace("\n", ", ") for header in headers)
    return f"Size: {size}\n" + ("\n" if style == "github" else "") + tabulate(rows, headers=headers, tablefmt=style)


def _cell(line: dict[str, Any] | None) -> str:
    if line is None:
        return ""
    if line["verdict"] in _WORDS:
        guess = f" (≈ {float(line['estimate']):.0f} s a call)" if line.get("estimate") else ""
        return _WORDS[line["verdict"]] + guess
    if line["ratio"] is None:
        return "no baseline"
    ratio = line["ratio"]
    doubt = " ?" if line["verdict"] == "inconclusive" else ""
    rate = f", {line['bytes'] / statistics.median(line['samples']) / 1e9:.2g} GB/s" if line["bytes"] else ""
    if line["implementation"] == line["baseline"]:
        return f"1{rate}"
    return f"{ratio['median']:.3g} [{ratio['low']:.3g}–{ratio['high']:.3g}]{doubt}{rate}"


def _compiled(line: dict[str, Any]) -> bool:
    return bool(line["samples"]) and line["first_call"] > max(0.05, 20 * statistics.median(line["samples"]))


def _compilation(line: dict[str, Any]) -> tuple[str, str, str, str]:
    times = line["first_call"] / statistics.median(line["samples"])
    return line["implementation"], line["primitive"], line["size"], f"{times:.3g}"
