"""Reasons: why a change that nothing rejects changes nothing that may be asked. People write them; each has to be needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REASONS = Path("tests/mutation")


@dataclass(frozen=True)
class Reason:
    """One reason, and patterns of the survivors that it explains, each written as `path: function: before  →  after`.

    A `hole` is no reason, but the admission that a case is missing; what the definition leaves `open` is not asked on
    purpose. Only these two explain a survivor that a question was found for.
    """

    why: str
    patterns: tuple[re.Pattern[str], ...]
    hole: bool = False
    open: bool = False


def read_reasons(folder: Path = REASONS) -> list[Reason]:
    """Return the reasons that people have written: those of a folder's TOML files."""
    entries = [
        entry for path in sorted(folder.glob("*.toml")) for entry in tomllib.loads(path.read_text("utf-8"))["reason"]
    ]
    reasons = [
        Reason(
            entry["why"],
            tuple(re.compile(text) for text in entry["mutants"]),
            entry.get("hole", False),
            entry.get("open", False),
        )
        for entry in entries
    ]
    # What is admitted is not explained away by a pattern that is too broad.
    return sorted(reasons, key=lambda reason: not (reason.hole or reason.open))


def told(path: str, survivor: Mapping[str, Any]) -> str:
    """Return a survivor as the reasons' patterns see it."""
    return f"{path}: {survivor['mutant']}"


def reason_for(text: str, reasons: Iterable[Reason]) -> str | None:
    """Return why a survivor is equivalent; None where nobody has said so."""
    return next((r.why for r in reasons if any(pattern.search(text) for pattern in r.patterns)), None)


def unexplained(lines: Iterable[Mapping[str, Any]], reasons: list[Reason]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield survivors that have no reason, and those that a question was found for unless that is admitted."""
    admitted = [reason for reason in reasons if reason.hole or reason.open]
    for line in lines:
        for survivor in line["survivors"]:
            text = told(line["path"], survivor)
            if reason_for(text, admitted if survivor.get("kind") == "different" else reasons) is None:
                yield text, survivor


def idle(lines: Iterable[Mapping[str, Any]], reasons: list[Reason]) -> list[str]:
    """Return the patterns that explain no survivor."""
    texts = [told(line["path"], survivor) for line in lines for survivor in line["survivors"]]
    return [p.pattern for reason in reasons for p in reason.patterns if not any(p.search(text) for text in texts)]
