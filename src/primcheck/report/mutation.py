"""The page about a campaign of mutation: the score of every primitive, and why what survives changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from primcheck.mutation.reasons import Reason, reason_for, told, unexplained
from primcheck.report.markdown import long_table

Line = Mapping[str, Any]


def mutation_page(lines: Sequence[Line], reasons: list[Reason]) -> str:
    """Return the page as Markdown, from the record and the reasons alone."""
    rooms = list(dict.fromkeys(line["path"].split("/")[0] for line in lines))
    open_ones = {text for text, _ in unexplained(lines, reasons)}
    parts = [
        "# Mutation: what the suite says when a line of right code is another",
        "Every function of the reference and of two techniques is changed in every small way (operators, constants, "
        "comparisons, axes, bounds, statements left out, arguments exchanged, types, defaults), one change at a time, and "
        "judged: every case in both precisions under every convention, laws, storages, bad input. What nothing rejects is "
        "asked 10,000 questions more that nobody chose (of slow code as many as half a minute allows), in other sizes, with "
        "other options and values: *same* answers all of them as right code does, to the bit; *rounding* stays within the "
        "noise floor; *refusals* differs only in what is refused, or in the answer to what should be refused; *different* "
        "would be rejected by a question that no case asks. Each has a reason below, or is listed as a hole.",
        "A mutant of a shared helper counts for every primitive that runs through it. The code of `jit` is changed as the "
        "Python it is written in, where laws, storages and cases that Python is too slow for are left out; what draws random "
        "numbers is compiled, and asked everything. Where cases have changed, what had survived was tried again, and what had "
        "been rejected was not. The record is `mutation.jsonl`; `python -m primcheck.mutation` makes both anew, with "
        "`--compiled` what draws.",
        _summary(lines, rooms, open_ones),
        "## By primitive",
        "Rejected of all mutants; in brackets those that a reason explains, or that are listed as holes.",
        long_table(("primitive", *rooms), _scores(lines, rooms, reasons)),
        "## Holes that are left",
        "Survivors that are wrong in truth, or may be: what they get wrong is not asked yet.",
        long_table(("survivors", "what no case asks"), _reasons(lines, reasons, holes=True)),
        "## Why the others change nothing",
        long_table(("survivors", "reason"), _reasons(lines, reasons, holes=False)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _summary(lines: Iterable[Line], rooms: list[str], open_ones: set[str]) -> str:
    rows = []
    for room in rooms:
        mine = [line for line in lines if line["path"].startswith(f"{room}/")]
        kinds = Counter(survivor["kind"] for line in mine for survivor in line["survivors"])
        total, killed = sum(line["mutants"] for line in mine), sum(line["killed"] for line in mine)
        left = sum(told(line["path"], s) in open_ones for line in mine for s in line["survivors"])
        counts = [str(kinds[kind]) for kind in ("same", "rounding", "refusals", "different")]
        rows.append((room, str(len(mine)), str(total), f"{killed} ({killed / max(total, 1):.1%})", *counts, str(left)))
    headers = ("code", "modules", "mutants", "rejected", "same", "rounding", "refusals", "different", "unexplained")
    return long_table(headers, rows)


def _scores(lines: Iterable[Line], rooms: list[str], reasons: list[Reason]) -> list[tuple[str, ...]]:
    counts: dict[str, dict[str, list[int]]] = {}
    for line in lines:
        room = line["path"].split("/")[0]
        explained = Counter(
            name
            for survivor in line["survivors"]
            if reason_for(told(line["path"], survivor), reasons)
            for name in survivor["reached"]
        )
        for name, (total, killed) in line["primitives"].items():
            cell = counts.setdefault(name, {}).setdefault(room, [0, 0, 0])
            cell[0] += total
            cell[1] += killed
            cell[2] += explained[name]
    return [(f"`{name}`", *(_cell(cells.get(room)) for room in rooms)) for name, cells in sorted(counts.items())]


def _cell(counts: list[int] | None) -> str:
    if not counts:
        return ""
    total, killed, explained = counts
    return f"{killed}/{total} ({explained})"


def _reasons(lines: Iterable[Line], reasons: list[Reason], *, holes: bool) -> list[tuple[str, str]]:
    admitted = {reason.why for reason in reasons if reason.hole}
    found = Counter(
        why
        for line in lines
        for survivor in line["survivors"]
        if (why := reason_for(told(line["path"], survivor), reasons))
    )
    return [(str(count), why) for why, count in found.most_common() if (why in admitted) is holes]
