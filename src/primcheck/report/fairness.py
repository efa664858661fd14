"""How much room right code has: the largest ratio that any honest way of computing reaches, as Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from primcheck.floor import LIMIT
from primcheck.record import Record, to_number
from primcheck.report.markdown import long_table, provenance
from primcheck.verdict import BAD

PRECISIONS = ("float32", "float64")
HEADERS = ("primitive", "ways", *(head for p in PRECISIONS for head in (p, "bits", "by", "in")))

Line = Mapping[str, Any]


class Worst(NamedTuple):
    """The largest ratio of a primitive in a precision, the way that reached it, and the case."""

    ratio: float
    way: str
    case: str


def fairness(record: Record) -> str:
    """Return a page: a row a primitive, with the largest ratio that a way of computing it reaches in each precision."""
    ways: dict[str, dict[str, list[Line]]] = {}
    wrong: set[tuple[str, str]] = set()
    for line in (line for line in record.verdicts if line["kind"] != "reject"):
        name, way = line["primitive"], Path(line["implementation"]).stem
        if line["status"] == "pass":
            ways.setdefault(name, {}).setdefault(way, []).append(line)
        elif line["status"] in BAD:
            wrong.add((name, way))
    for name, way in wrong:
        ways[name].pop(way, None)
    worst = [w for offered in ways.values() for p in PRECISIONS if (w := largest(offered, p)) is not None]
    top, pairs = max(worst), sum(len(offered) for offered in ways.values())
    libraries = record.run.get("environment", {}).get("libraries", {"": "none"})
    left_out = ", ".join(f"`{name}` by {way}" for name, way in sorted(wrong))
    parts = [
        "# How much room right code has",
        "Each primitive is computed in many honest ways: with every sum from the first to the last, backwards, in halves, lanes"
        " and blocks, compensated or exactly rounded; by other standard algorithms and rearranged formulas; by the built-in"
        " techniques and by libraries. The figures are the largest distance from the truth in noise floors, of which"
        f" {LIMIT:.0f} are allowed, the bits that are lost by it, and the way and the case in which it is reached; *exact* means"
        " that nothing is rounded, *drawn* that only statistics are asked.",
        f"Of {len(ways)} primitives in {pairs} pairs with a way, the largest ratio is {top.ratio:.3g} (`{top.case}`, by"
        f" {top.way}); the median of the largest ones is {median(w.ratio for w in worst):.3g}. Left out, because not all is as"
        f" defined: {left_out or 'nothing'}.",
        long_table(HEADERS, [_row(name, offered) for name, offered in sorted(ways.items())]),
        f"_Libraries: {', '.join(' '.join(library) for library in libraries.items())}._\n\n{provenance(record)}",
    ]
    return "\n\n".join(parts) + "\n"


def largest(ways: Mapping[str, Iterable[Line]], precision: str) -> Worst | None:
    """Return the worst of what was measured in a precision; None where nothing was, or all is exact."""
    rated = [(to_number(line["ratio"]), way, line) for way, lines in ways.items() for line in lines]
    found = [Worst(r, way, line["case"]) for r, way, line in rated if r and (line["dtype"] or "float64") == precision]
    return max(found, key=lambda worst: worst.ratio, default=None)


def _row(name: str, ways: Mapping[str, list[Line]]) -> tuple[str, ...]:
    cells = [f"`{name}`", str(len(ways))]
    lines = [line for offered in ways.values() for line in offered]
    for precision in PRECISIONS:
        worst = largest(ways, precision)
        if worst is None:
            kinds = {line["kind"] for line in lines if (line["dtype"] or "float64") == precision}
            cells += ["drawn" if "statistic" in kinds else "exact" if kinds else "", "", "", ""]
        else:
            cells += [f"{worst.ratio:.3g}", f"{max(math.log2(worst.ratio), 0):.1f}", worst.way, worst.case]
    return tuple(cells)
