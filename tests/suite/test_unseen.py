"""Mistakes written by people who had not read the cases, nor what is said about unknown mistakes: each is rejected.

What is said about each stands in reports/unknown-mistakes.md, which `python tests/suite/test_unseen.py` writes anew.
"""

import importlib.util
import inspect
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from primcheck.examiner import examine
from primcheck.report.markdown import long_table
from primcheck.settings import Settings
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Suite
from primcheck.verdict import Diagnosis, Verdict

SUITE = Suite()
STORE = TruthStore(SUITE)


def mistakes() -> list[Callable[..., Any]]:
    """Return the functions of the folder; the name says which primitive it is, and after two lines what is wrong."""
    found = []
    for path in sorted((Path(__file__).parent / "unseen").glob("*.py")):
        spec = importlib.util.spec_from_file_location(f"unseen_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found += [f for n, f in vars(module).items() if inspect.isfunction(f) and "__" in n and not n.startswith("_")]
    return found


MISTAKES = mistakes()
PAGE = Path(__file__).parents[2] / "reports" / "unknown-mistakes.md"
NOT_SEEN = {
    "adagrad__zero_gradient_hands_back_the_inputs": "every number is right; results in an input's memory are only noted",
    "piecewise_constant_lr__lists_used_up": "sequences are handed over as tuples, which cannot be used up",
}
"""What no case rejects, and why it is left at that."""


@cache
def judged(name: str) -> tuple[list[Verdict], list[Diagnosis]]:
    """Judge a mistake as any implementation."""
    mistake = next(mistake for mistake in MISTAKES if mistake.__name__ == name)
    primitive = name.partition("__")[0]
    return examine(SUITE, Subject("unseen", {primitive: mistake}), primitive, Settings(), STORE)


def row(mistake: Callable[..., Any]) -> tuple[str, ...]:
    """Return a row of the page: what was done, by how many cases it is rejected, and what is said first."""
    verdicts, diagnoses = judged(mistake.__name__)
    counted = [verdict for verdict in verdicts if verdict.kind != "reject"]
    rejected = sum(verdict.bad for verdict in counted)
    done = (mistake.__doc__ or "").splitlines()[0]
    first = diagnoses[0] if diagnoses else None
    said = " ".join((first.says if first else "").split("\n\n")[0].split())
    kind = {None: "", "mistake": "a known one: ", "convention": "another convention: "}.get(first and first.kind, "")
    return (f"`{mistake.__name__.partition('__')[0]}`", done, f"{rejected} of {len(counted)}", f"{kind}{said}")


def page() -> str:
    """Return the page about all of them."""
    rows = [row(mistake) for mistake in MISTAKES]
    said = [cells[3] for cells in rows]
    known = sum(text.startswith("a known one") for text in said)
    rejected = sum(not cells[2].startswith("0 ") for cells in rows)
    patterns = sum(bool(text) for text in said) - known
    parts = [
        "# Mistakes that nobody had listed",
        "Written by people who had read neither the cases nor the engine. The first 47 showed holes in cases and patterns, "
        "which were mended; the 52 after them (the second table) were written when the patterns were frozen. As these first "
        "came, 43 of 52 were rejected: 15 were named as known mistakes, 1 as another convention, of 21 something else was "
        "said, of 6 nothing. 6 of the 9 that passed were wrong only in alternatives that they took as keywords, which are "
        "judged since.",
        f"Now: {rejected} of {len(rows)} are rejected; {known} are named as known mistakes, and of {patterns} others something "
        "is said. Below stands the first thing that is said of each, as its author would read it.",
    ]
    for title, later in (("The first", False), ("After the patterns were frozen", True)):
        mine = [cells for mistake, cells in zip(MISTAKES, rows, strict=True) if _later(mistake) is later]
        parts += [f"## {title}", long_table(("primitive", "what was done", "rejected by", "what is said"), mine)]
    return "\n\n".join(parts) + "\n"


def _later(mistake: Callable[..., Any]) -> bool:
    return Path(inspect.getfile(mistake)).stem.startswith("later_")


def test_there_are_many() -> None:
    """More than forty before the patterns were frozen and after, over many primitives."""
    assert sum(map(_later, MISTAKES)) >= 40
    assert sum(not _later(mistake) for mistake in MISTAKES) >= 40
    assert len({mistake.__name__.partition("__")[0] for mistake in MISTAKES}) >= 60


@pytest.mark.parametrize("name", [mistake.__name__ for mistake in MISTAKES])
def test_it_is_rejected(name: str) -> None:
    """At least one case fails, and nothing that is said pretends that the code is right as it was asked."""
    verdicts, _ = judged(name)
    assert any(verdict.bad for verdict in verdicts) != (name in NOT_SEEN)


@pytest.mark.skipif(not PAGE.parent.is_dir(), reason="needs the checkout")
@pytest.mark.parametrize("name", [mistake.__name__ for mistake in MISTAKES])
def test_the_page_says_how_it_is_seen(name: str) -> None:
    """The published row has the number of cases that reject it now; what is said takes patience, which differs by machine."""
    mistake = next(mistake for mistake in MISTAKES if mistake.__name__ == name)
    cells = row(mistake)
    start = long_table(cells[:2], []).splitlines()[0].removesuffix(" |")
    published = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(start)]
    assert len(published) == 1
    shown = re.split(r" \| ", published[0].strip("| "))
    assert shown[2] == cells[2]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
