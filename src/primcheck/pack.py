"""Make the pack of truths for machines without extended precision: `python -m primcheck.pack` after a spec has changed.

It holds every case of every primitive under every choice of conventions, with the default seed. Entries are addressed
by content, so a stale pack is never believed: what it does not hold is `not run` on such machines, and a test says so.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from primcheck.conventions import alternatives
from primcheck.examination import DTYPES
from primcheck.question import questions
from primcheck.store import PACK, WIDE, TruthStore, write_pack
from primcheck.suite import Suite


def make_pack(suite: Suite, store: TruthStore) -> dict[str, int]:
    """Compute all truths of the default seed into a store; return how many a primitive has."""
    counts = {}
    for primitive in suite.primitives.values():
        if primitive.random:
            continue
        choices = [primitive.default_convention, *alternatives(primitive, primitive.default_convention)]
        asked = [question for choice in choices for question in questions(primitive, DTYPES, choice)]
        asked = [question for question in asked if question.case.compared]
        for question in asked:
            store.truth(question)
        counts[primitive.name] = len(asked)
    return counts


def main() -> None:
    """Write the pack that goes into the wheel."""
    if not WIDE:
        sys.exit("The pack can only be made where longdouble is longer than float64, e.g. on x86-64 Linux.")
    with TemporaryDirectory() as folder:
        store = TruthStore(Suite(), folder=Path(folder))
        counts = make_pack(Suite(), store)
        write_pack(store.entries)
    sys.stdout.write(f"{PACK.name}: {sum(counts.values())} questions, {PACK.stat().st_size / 1e6:.2f} MB\n")


if __name__ == "__main__":
    main()
