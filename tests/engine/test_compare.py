"""Comparing records: worse verdicts, slower times, and what cannot be compared."""

from typing import Any

import pytest

from primcheck.compare import compare, comparison_text
from primcheck.record import Record

RUN = {"type": "run", "suite_digest": "d", "environment": {"cpu": "c", "platform": "p", "cores": 2, "blas": "b"}}
END = {"type": "end", "exit_code": 0}


def record(statuses: dict[str, str], ratios: dict[str, tuple[float, float, float]] | None = None, **run: Any) -> Record:
    """Make a record of verdicts by case and ratios by primitive."""
    verdicts = [
        {"implementation": "i", "primitive": "p", "kind": "value", "case": c, "dtype": None, "status": s, "message": ""}
        for c, s in statuses.items()
    ]
    measurements = [
        {
            "implementation": "i", "primitive": p, "size": "tiny", "dtype": "float32", "threads": 1, "baseline": "b",
            "ratio": dict(zip(("median", "low", "high"), r, strict=True)), "verdict": "faster",
        }
        for p, r in (ratios or {}).items()
    ]  # fmt: skip
    return Record("r.jsonl", {**RUN, **run}, verdicts, [], measurements, dict(END))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ({"a": "pass"}, {"a": "pass"}, 0),
        ({"a": "pass"}, {"a": "fail"}, 1),
        ({"a": "fail"}, {"a": "pass"}, 0),
        ({"a": "convention"}, {"a": "fail"}, 1),
        ({"a": "pass"}, {"a": "something new"}, 1),
        ({"a": "pass"}, {"a": "declined"}, 1),
        ({"a": "pass"}, {}, 1),
        ({"a": "fail"}, {}, 0),
        ({"a": "pass"}, {"a": "pass", "b": "pass"}, 0),
        ({"a": "pass"}, {"a": "pass", "b": "fail"}, 1),
    ],
)
def test_verdicts(old: dict[str, str], new: dict[str, str], code: int) -> None:
    """What got worse, or is no longer asked, leaves with 1; an unknown status counts as worse."""
    assert compare(record(old), record(new)).exit_code(slower_matters=False) == code


@pytest.mark.parametrize(
    ("old", "new", "slower"),
    [
        ((1.0, 0.95, 1.05), (1.5, 1.4, 1.6), True),
        ((1.0, 0.95, 1.05), (1.2, 1.15, 1.22), False),
        ((1.0, 0.60, 1.45), (1.5, 1.4, 1.6), False),
        ((1.5, 1.4, 1.6), (1.0, 0.95, 1.05), False),
    ],
)
def test_times(old: tuple[float, float, float], new: tuple[float, float, float], slower: bool) -> None:
    """A time got worse only past both thresholds: more than allowed, and beyond the old interval."""
    found = compare(record({}, {"p": old}), record({}, {"p": new}), 0.25)
    assert bool(found.slower) == slower
    assert found.exit_code(slower_matters=True) == (4 if slower else 0)
    assert found.exit_code(slower_matters=False) == 0


@pytest.mark.parametrize("difference", [{"suite_digest": "e"}, {"environment": {**RUN["environment"], "cpu": "other"}}])
def test_unlike_runs_are_said(difference: dict[str, Any]) -> None:
    """Times of other machines or suites are not compared; verdicts are."""
    found = compare(record({"a": "pass"}, {"p": (1, 1, 1)}), record({"a": "fail"}, {"p": (9, 9, 9)}, **difference))
    assert not found.slower
    assert found.worse
    assert "differ" in comparison_text(found)


def test_an_incomplete_record_proves_nothing() -> None:
    """A cut record leaves with 3."""
    cut = record({"a": "pass"})
    cut.trouble = "cut"
    assert compare(record({"a": "pass"}), cut).exit_code(slower_matters=False) == 3
