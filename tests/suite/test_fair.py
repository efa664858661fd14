"""A right implementation does not fail: honest ways of computing every primitive, none of which is ours, all pass.

`python -m primcheck.fairness` writes the page of their largest ratios anew.
"""

import ast
import re
import sys
from functools import cache
from pathlib import Path
from statistics import median

import pytest

import primcheck
from primcheck.examiner import examine
from primcheck.settings import Settings
from primcheck.store import TruthStore
from primcheck.subject import Subject, load
from primcheck.suite import Suite

ROOT = Path(primcheck.__file__).parents[2]
PAGE = ROOT / "reports/fairness.md"
SUITE = Suite()
STORE = TruthStore(SUITE)
ALL = sorted((ROOT / "tests/fair").glob("*.py"))
FILES = [path for path in ALL if not path.name.startswith("_")]
SLACK = 2
"""How much larger than published a ratio may be: the last bits of exp, of a BLAS, differ from machine to machine."""

pytestmark = pytest.mark.skipif(not PAGE.parent.is_dir(), reason="needs the checkout")


@cache
def subject(path: Path) -> Subject:
    """Load a file of the collection once."""
    return load(str(path), SUITE)


def offered(path: Path) -> list[str]:
    """Return the primitives that a file computes itself."""
    return [name for name in subject(path).functions if not SUITE.primitives[name].uses]


PAIRS = [pytest.param(path, name, id=f"{path.stem}-{name}") for path in FILES for name in offered(path)]


@cache
def published() -> dict[str, tuple[int, dict[str, float]]]:
    """Return what the page says: by primitive the number of ways, and the largest ratio in each precision."""
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE.read_text("utf-8") if PAGE.is_file() else "", re.MULTILINE)
    cells = {name: [cell.strip() for cell in row.split(" | ")] for name, row in rows}
    assert all(len(row) == 9 for row in cells.values())
    return {
        name: (int(row[0]), {"float32": _figure(row[1]), "float64": _figure(row[5])}) for name, row in cells.items()
    }


def _figure(text: str) -> float:
    return 0.0 if text in {"", "exact", "drawn"} else float(text)


@pytest.mark.parametrize(("path", "name"), PAIRS)
def test_every_honest_way_passes(path: Path, name: str) -> None:
    """Every case, law, storage and statistic passes in both precisions, no further from the truth than published."""
    verdicts, _ = examine(SUITE, subject(path), name, Settings(diagnosed=False), STORE)
    counted = [verdict for verdict in verdicts if verdict.kind != "reject"]
    wrong = [f"{v.case} {v.dtype}: {v.status}: {v.message}" for v in counted if v.status not in {"pass", "declined"}]
    assert wrong == []
    assert any(verdict.status == "pass" for verdict in counted)
    _, figures = published()[name]
    for verdict in counted:
        allowed = SLACK * max(figures[verdict.dtype or "float64"], 1)
        assert (verdict.ratio or 0) <= allowed, f"{verdict.case}: the page is out of date"


def test_every_primitive_is_computed() -> None:
    """No primitive is without an honest way; programs run with other primitives and have none of their own."""
    computed = {name for path in FILES for name in offered(path)}
    assert {name for name, primitive in SUITE.primitives.items() if not primitive.uses} - computed == set()


def test_reductions_are_computed_in_several_ways() -> None:
    """The files about sums have the same ones, and many."""
    sums = [set(offered(path)) for path in FILES if path.stem.endswith("_sums")]
    assert len(sums) > 5
    assert len(set.intersection(*sums)) > 50


@pytest.mark.parametrize("path", ALL, ids=lambda p: p.stem)
def test_the_ways_are_independent(path: Path) -> None:
    """A file imports NumPy, the standard library and its neighbours: nothing that shares an error with the reference."""
    neighbours = {other.stem for other in ALL}
    assert not neighbours & set(sys.stdlib_module_names)
    nodes = [*ast.walk(ast.parse(path.read_text("utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    assert not any(node.level for node in froms)
    names |= {node.module or "" for node in froms}
    assert {name.split(".")[0] for name in names} <= {"numpy", *sys.stdlib_module_names, *neighbours}


def test_the_page_is_whole() -> None:
    """Each computed primitive has a row that counts at least the ways that stand here; the summary is that of the rows."""
    for path in FILES:
        for name in offered(path):
            assert name in published(), f"{name} has no row; write the page anew"
    for name, (count, _) in published().items():
        assert count >= sum(name in offered(path) for path in FILES), name
    figures = [figure for _, row in published().values() for figure in row.values() if figure]
    said = re.search(r"the largest ratio is ([\d.e+]+) .* largest ones is ([\d.]+)\. ", PAGE.read_text("utf-8"))
    assert said is not None
    assert float(said[1]) == max(figures)
    assert float(said[2]) == pytest.approx(median(figures), rel=0.01)
