"""Witnesses: a library is asked under its own convention and under others, and what it says is told as it is."""

from pathlib import Path
from typing import Any

import pytest

from primcheck import witness
from primcheck.faults import CannotJudge
from primcheck.record import collect
from primcheck.report import witness as report
from primcheck.report.dialects import dialects
from primcheck.session import opening
from primcheck.settings import Settings
from primcheck.suite import Suite


@pytest.fixture
def record(toys: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the borrowed library says about the toys."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    primitives = [toys.primitive(name) for name in ("scale", "walk", "coin")]
    said = [line for lines in witness.testimony(toys, "borrowed", primitives, Settings()) for line in lines]
    return collect([opening(toys, ["borrowed"], Settings()), *said])


def test_every_convention_that_is_offered_is_found(record: Any) -> None:
    """The library's own comes first, the other one that its keyword gives second; what it lacks is left out."""
    found = [(t.primitive, t.convention) for t in report.testimonies([record])]
    assert found == [("scale", {"way": "over"}), ("scale", {"way": "times"}), ("walk", {})]


def test_the_table_says_who_agrees(record: Any) -> None:
    """Agreement with its ratio, a difference with its reason, and how many witnesses each primitive has."""
    table = report.witnesses([record])
    rows = [line.split() for line in table.splitlines()]
    assert any(row[:3] == ["scale", "borrowed", "way=over"] and row[-1] == "agrees" for row in rows)
    assert any(row[:2] == ["walk", "borrowed"] and row[-1] == "DIFFERS" for row in rows)
    assert "borrowed differs, walk::" in table
    assert "1 of 3 primitives: one library agrees; vectors worked out by hand stand in: scale." in table
    assert "2 of 3 primitives: no library agrees; vectors worked out by hand stand in: walk, coin." in table


def test_the_page_of_dialects_says_what_differs(record: Any) -> None:
    """Conventions followed and offered, special values, bad input that is taken, what is declined, what differs."""
    page = dialects([record])
    (row,) = [line for line in page.splitlines() if line.startswith("| `scale`")]
    cells = [cell.strip() for cell in row.split("|")[1:-1]]
    assert cells[1:4] == ["borrowed", "way=over", "way=times"]
    assert "as defined" in cells[6]
    assert cells[-1] == "2 of 3"
    assert "takes bad input: no factor." in page
    assert "declines 2 cases: this library has no empty arrays" in page
    assert "differ in float32: “" in page.partition("- `walk`: ")[2]
    assert "| borrowed  | 2                    | 1 " in page


def test_a_library_that_is_not_installed_is_named(toys: Suite) -> None:
    """Both of the modules that it needs are."""
    assert toys.missing("unavailable") == ["no_such_module", "nor_this_one"]
    with pytest.raises(CannotJudge, match="needs no_such_module and nor_this_one, which are not installed"):
        list(witness.testimony(toys, "unavailable", [toys.primitive("scale")], Settings()))
