"""Measure how much room right code has: `python -m primcheck.fairness` after a spec, the floor or tests/fair/ has changed.

Each file of tests/fair/ is one honest way of computing. They are judged with the built-in techniques and with every
library that is installed, under the default conventions, and reports/fairness.md is written anew. A primitive that comes
near the limit asks for a look at its cases: right code that nobody has tried may lie beyond it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from primcheck.record import collect
from primcheck.report.fairness import fairness
from primcheck.session import run_lines
from primcheck.settings import Settings
from primcheck.suite import Suite

FOLDER = Path("tests/fair")
PAGE = Path("reports/fairness.md")


def honest_ways(suite: Suite) -> list[str]:
    """Return what is judged: the files of the collection, the techniques, the libraries that are installed."""
    files = sorted(str(path) for path in FOLDER.glob("[!_]*.py"))
    return [*files, *suite.techniques(), *(name for name in suite.libraries() if not suite.missing(name))]


def main() -> None:
    """Write the page; say what of the collection does not pass."""
    suite = Suite()
    # Programs run with a way's other primitives; they are no way of their own.
    names = [name for name, primitive in suite.primitives.items() if not primitive.uses]
    settings = Settings(only=",".join(names), diagnosed=False)
    record = collect(run_lines(suite, honest_ways(suite), settings))
    PAGE.write_text(fairness(record), "utf-8")
    for line in record.verdicts:
        if line["status"] not in {"pass", "declined", "not_implemented"} and line["kind"] != "reject":
            place = f"{line['implementation']}: {line['primitive']}, {line['case']}, {line['dtype']}"
            sys.stdout.write(f"{place}: {line['status']}: {line['message']}\n")
    sys.stdout.write(f"{PAGE}: {len(names)} primitives\n")


if __name__ == "__main__":
    main()
