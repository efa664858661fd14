"""Comparing two records: verdicts that got worse, and times that got worse relative to the same baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from primcheck.record import Record
from primcheck.report.summary import case_id

_RANKS = {"pass": 0, "declined": 1, "not_implemented": 2, "convention": 3, "fail": 4, "blocked": 4, "raised": 5, "timeout": 6,
          "crashed": 6, "not_run": 7}  # fmt: skip
_UNKNOWN = 8
_MACHINE = ("cpu", "platform", "cores", "blas")


@dataclass
class Comparison:
    """What changed from one record to another."""

    worse: list[str] = field(default_factory=list)
    better: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    slower: list[str] = field(default_factory=list)
    faster: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    def exit_code(self, *, slower_matters: bool) -> int:
        """3 for an incomplete record, 1 where verdicts got worse, 4 where times did and that was asked for, else 0."""
        if self.trouble:
            return 3
        if self.worse or self.gone:
            return 1
        return 4 if self.slower and slower_matters else 0


def compare(old: Record, new: Record, allowed: float = 0.25) -> Comparison:
    """Compare two records; a time got worse where both the practical and the statistical threshold are passed.

    Args:
        old: The record to compare with.
        new: The record that is looked at.
        allowed: How much slower, relative to the baseline of its own run, an implementation may get.
    """
    found = Comparison()
    found.trouble += [f"{r.name} is incomplete: {r.trouble}" for r in (old, new) if r.trouble]
    before, after = _cases(old), _cases(new)
    for key, verdict in after.items():
        name = f"{verdict['implementation']}: {case_id(verdict)}"
        if key not in before:
            rank = _rank(verdict)
            if verdict["case"] is None:
                continue
            (found.worse if rank > _RANKS["not_implemented"] else found.new).append(f"{name}: new, {verdict['status']}")
            continue
        was, now = before[key], verdict
        if _rank(now) != _rank(was):
            text = f"{name}: {was['status']} → {now['status']}" + (f" ({now['message']})" if now["message"] else "")
            (found.worse if _rank(now) > _rank(was) else found.better).append(text)
    # What passed and is no longer asked is no evidence of anything, so it counts like a verdict that got worse.
    found.gone += [
        f"{v['implementation']}: {case_id(v)}: {v['status']} → not asked"
        for key, v in before.items()
        if key not in after and v["status"] == "pass"
    ]
    _times(old, new, allowed, found)
    return found


def _cases(record: Record) -> dict[tuple[Any, ...], dict[str, Any]]:
    asked = (v for v in record.verdicts if v["kind"] != "reject")
    return {(v["implementation"], v["primitive"], v["kind"], v["case"], v["dtype"]): v for v in asked}


def _rank(verdict: dict[str, Any]) -> int:
    return _RANKS.get(verdict["status"], _UNKNOWN)


def _times(old: Record, new: Record, allowed: float, found: Comparison) -> None:
    if not old.measurements or not new.measurements:
        return
    strange = list(_strange(old, new))
    found.remarks += strange
    if strange:
        found.remarks.append("times are not compared")
        return
    before = {_time_key(line): line for line in old.measurements}
    for line in new.measurements:
        was = before.get(_time_key(line))
        name = f"{line['implementation']}: {line['primitive']} at {line['size']}"
        if was is None or line["implementation"] == line["baseline"]:
            continue
        if line["ratio"] is None or was["ratio"] is None:
            if was["ratio"] is not None:
                found.slower.append(f"{name}: was timed, now {line['verdict'].replace('_', ' ')}")
            continue
        a, b = was["ratio"], line["ratio"]
        change = b["median"] / a["median"]
        text = f"{name}: {a['median']:.3g} → {b['median']:.3g} of {line['baseline']} (× {change:.2f})"
        if change > 1 + allowed and b["low"] > a["high"]:
            found.slower.append(text)
        elif change < 1 / (1 + allowed) and b["high"] < a["low"]:
            found.faster.append(text)


def _strange(old: Record, new: Record) -> Iterator[str]:
    """Yield the reasons why the times of two records cannot be compared."""
    one, two = old.run.get("environment", {}), new.run.get("environment", {})
    for key in _MACHINE:
        if one.get(key) != two.get(key):
            yield f"the machines differ: {key} is {one.get(key)} in {old.name}, {two.get(key)} in {new.name}"
    if old.run.get("suite_digest") != new.run.get("suite_digest"):
        yield f"the suites differ: {old.run.get('suite_digest')} in {old.name}, {new.run.get('suite_digest')} in {new.name}"


def _time_key(line: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(line[k] for k in ("implementation", "primitive", "size", "dtype", "threads", "baseline"))


def comparison_text(found: Comparison) -> str:
    """Return a comparison in words."""
    titles = {
        "worse": "Verdicts that got worse",
        "gone": "Passed before, not asked now",
        "slower": "Slower",
        "better": "Verdicts that got better",
        "faster": "Faster",
        "new": "New cases",
        "remarks": "Remarks",
        "trouble": "Trouble",
    }
    parts = []
    for name, title in titles.items():
        entries = getattr(found, name)
        if entries:
            parts.append("\n".join([f"{title} ({len(entries)})", *(f"  - {entry}" for entry in entries)]))
    return "\n\n".join(parts or ["Nothing changed."]) + "\n"
