"""How foreign code was understood, in words: the style, what was read as what, what it follows, what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from primcheck.record import Record
from primcheck.report.summary import PrimitiveSummary


def styles_of(records: Iterable[Record]) -> dict[str, dict[str, Any]]:
    """Return what was said of the style of each implementation."""
    return {line["implementation"]: line for record in records for line in record.styles}


def style_of(styles: Mapping[str, dict[str, Any]], name: str) -> dict[str, Any] | None:
    """Return what was said of an implementation; those that are one more function of another belong to that."""
    return styles.get(name) or next((line for key, line in styles.items() if name.startswith(f"{key}:")), None)


def paragraph(line: Mapping[str, Any], group: Iterable[PrimitiveSummary], *, whole: bool) -> Iterator[str]:
    """Yield sentences on how code was understood; with `whole` all, else what one more function of it follows."""
    if whole and line["read"]:
        yield _read(line)
    follows = list(_follows(line, group))
    if follows:
        yield f"Judged by its own conventions: {'; '.join(follows)}."
    if whole and line["left"]:
        left = [f"{name} ({why})" if why else name for name, why in line["left"].items()]
        more = f" and {len(left) - 12} more" if len(left) > 12 else ""
        yield f"Left over, not judged: {', '.join(left[:12])}{more}."
    if whole and not line.get("timed", True):
        yield "What is read in a style is not timed: the reading would be timed with it."
    if whole and line.get("trouble"):
        yield f"When it was loaded: {'; '.join(line['trouble'][:6])}."


def named(line: Mapping[str, Any] | None, summary: PrimitiveSummary) -> str:
    """Return a primitive's name with the foreign callable that is judged as it."""
    if line is None or not summary.verdicts:
        return summary.primitive
    called = str(summary.verdicts[0]["callable"])
    labels = {str(one["callable"]) for one in line["read"] if one["primitive"] == summary.primitive}
    label = max((one for one in labels if called == one or called.endswith(f".{one}")), key=len, default="")
    return f"{summary.primitive} ({label})" if label else summary.primitive


def _read(line: Mapping[str, Any]) -> str:
    pairs: dict[str, list[str]] = {}
    for one in line["read"]:
        pairs.setdefault(one["callable"], []).append(one["primitive"])
    told = ", ".join(f"{callable_} → {' and '.join(dict.fromkeys(names))}" for callable_, names in pairs.items())
    sure = f"{line['fitting']} of {line['seen']} signatures fit, confidence {100 * float(line['confidence']):.0f} %"
    return f"Read as {line['style']} ({sure}): {told}."


def _follows(line: Mapping[str, Any], group: Iterable[PrimitiveSummary]) -> Iterator[str]:
    known = {(one["primitive"], one["callable"]): one for one in line["read"]}
    texts: dict[str, list[str]] = {}
    for summary in group:
        if not summary.verdicts or not summary.verdicts[0]["callable"]:
            continue
        verdict = next((v for v in summary.verdicts if v["status"] != "declined"), summary.verdicts[0])
        found = (one for (p, c), one in known.items() if p == summary.primitive and _ends(verdict["callable"], c))
        one = next(found, None)
        if one is None:
            continue
        told = [_convention(name, value, one) for name, value in verdict["convention"].items()]
        for text in filter(None, told):
            texts.setdefault(text, []).append(summary.primitive)
    for text, names in texts.items():
        yield f"{text} ({', '.join(names)})"


def _ends(called: str, label: str) -> bool:
    return called == label or called.endswith(f".{label}")


def _convention(name: str, value: str, one: Mapping[str, Any]) -> str:
    if name in one["ways"]:
        usual = next(iter(one["ways"][name]))
        # What is as the most common code has it goes without saying, but for what a word means.
        return (
            "" if value == usual and name in {"in_log", "factor", "told"} else str(one["ways"][name].get(value, value))
        )
    if name in one["usual"]:
        return "" if one["usual"][name] == value else f"{name} = {value}"
    return f"{name} = {value} built in"
