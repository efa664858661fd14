"""Unusual forms: lists of arrays, lengths that the values decide, shapes as results, and programs of primitives."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from primcheck.composite import with_programs
from primcheck.examiner import examine
from primcheck.record import collect
from primcheck.report.junit import junit
from primcheck.report.text import text as text_report
from primcheck.session import run_lines
from primcheck.settings import Settings
from primcheck.store import TruthStore
from primcheck.subject import Subject
from primcheck.suite import Suite

JudgeToy = Callable[..., Any]


def statuses(verdicts: list[Any]) -> list[str]:
    """Return what became of each case and law."""
    return [verdict.status for verdict in verdicts if verdict.kind in {"value", "law"}]


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (lambda arrays: [2 * a for a in arrays], {"pass"}),
        (lambda arrays: tuple(2 * a for a in arrays), {"pass"}),
        (lambda arrays: [2 * a for a in arrays[:1]], {"fail"}),
        (lambda first, second: (2 * first, 2 * second), {"raised"}),
    ],
)
def test_a_list_of_arrays_is_one_argument(
    judge_toy: JudgeToy, function: Callable[..., Any], expected: set[str]
) -> None:
    """The list comes as one argument and goes back as one result; taking it apart fails."""
    verdicts, _ = judge_toy("double_all", function)
    assert set(statuses(verdicts)) == expected


def test_a_changed_member_of_a_list_is_seen(judge_toy: JudgeToy) -> None:
    """Doubling in place names the array that was changed."""

    def in_place(arrays: list[Any]) -> list[Any]:
        result = [2 * array for array in arrays]
        arrays[1][...] = 0
        return result

    verdicts, _ = judge_toy("double_all", in_place)
    assert {v.status for v in verdicts if v.kind == "value"} == {"fail"}
    assert "second" in verdicts[0].message


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (lambda x: np.nonzero(x > 0)[0], ""),
        (lambda x: np.nonzero(x > 0)[0][:1], "has shape (1,), expected (2,)"),
        (lambda x: np.nonzero(x > 0)[0] + 1, "must be this one"),
        (lambda x: np.nonzero(x > 0)[0][:, None], "expected (any length,)"),
        (lambda x: None, "is of type NoneType"),
    ],
)
def test_the_values_decide_a_length(judge_toy: JudgeToy, function: Callable[..., Any], says: str) -> None:
    """A free length is the truth's; too few, too many axes and other values are told apart."""
    verdicts, _ = judge_toy("positive_indices", function)
    worst = next((v for v in verdicts if v.status != "pass"), None)
    assert (worst is None) == (says == "")
    assert worst is None or says in worst.message


@pytest.mark.parametrize(
    ("result", "status"),
    [
        (((4, 6, 8), 24), "pass"),
        ((np.array([4, 6, 8]), 24), "pass"),
        (((4, 6, 9), 24), "fail"),
        (((4, 6, 8), 23), "fail"),
        (((4, 6, 8.0), 24), "fail"),
        (("468", 24), "fail"),
    ],
)
def test_a_shape_is_an_array_of_integers(judge_toy: JudgeToy, result: Any, status: str) -> None:
    """A tuple of integers is as good as an array; one of floats or a text is not."""
    verdicts, _ = judge_toy("doubled_shape", lambda shape: result)
    assert statuses(verdicts)[0] == status


def judged(toys: Suite, store: TruthStore, only: str | None = None, **functions: Callable[..., Any]) -> list[Any]:
    """Judge the program on a subject's own primitives."""
    subject = with_programs(Subject("subject", functions), toys)
    return examine(toys, subject, "descent", Settings(only), store)[0]


def right(x: Any, y: Any, *, factor: float = 2.0) -> Any:
    """Scale."""
    return x * x.dtype.type(factor), x * x.dtype.type(factor) + y


def test_a_program_runs_on_the_subject_s_primitives(toys: Suite, store: TruthStore) -> None:
    """With a right primitive everything passes and the long case is held by its law; with a drifting one it fails."""
    assert set(statuses(judged(toys, store, scale=right))) == {"pass"}

    def drifting(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        return right(x, y, factor=factor * (1 + 1e-9))

    found = {(v.case, v.dtype): v.status for v in judged(toys, store, scale=drifting)}
    assert found["three steps", "float64"] == "fail"
    assert found["arrives", "float64"] == "pass"

    def stuck(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        return x, y

    assert {v.status for v in judged(toys, store, scale=stuck) if v.kind == "law"} == {"fail"}


def test_a_slow_subject_is_not_asked_for_long_programs(toys: Suite, store: TruthStore) -> None:
    """The first case tells the pace; what would take too long is declined with the figure."""

    def slow(x: Any, y: Any, *, factor: float = 2.0) -> Any:
        time.sleep(0.2)
        return right(x, y, factor=factor)

    verdicts = judged(toys, store, scale=slow)
    assert {v.case: v.status for v in verdicts if v.kind == "value"} == {
        "three steps": "pass",
        "nine steps": "declined",
        "forty steps": "declined",
    }
    assert any("this case is for code that needs at most 0.5 s" in v.message for v in verdicts)


def test_what_a_program_lacks_is_said(toys: Suite, store: TruthStore) -> None:
    """Without its primitive a program that was asked for is blocked; under another convention it is declined."""
    other = judged(toys, store, coin=lambda shape, *, rng: rng.random(shape))
    assert statuses(other) == ["not_implemented"]
    named = judged(toys, store, only="descent", coin=lambda shape, *, rng: rng.random(shape))
    assert statuses(named) == ["blocked"]
    assert "scale is missing" in named[0].message

    def over(x: Any, y: Any, *, factor: float = 2.0, way: str = "over") -> Any:
        return x / factor, x / factor + y

    assert statuses(judged(toys, store, scale=over)) == ["declined"]


def test_a_missing_library_spoils_nothing(toys: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The case is not run, says why, is counted, and the run leaves with 0; alone it judges nothing, which is 3."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "subject.py"
    text = "from toy.reference.toys.absent import absent\nfrom toy.reference.toys.listed import positive_indices\n"
    file.write_text(text)
    record = collect(run_lines(toys, [str(file)], Settings()))
    assert record.end is not None
    assert record.end["exit_code"] == 0
    assert record.end["totals"]["not_run"] == 1
    (verdict,) = [v for v in record.verdicts if v["status"] == "not_run"]
    assert verdict["message"] == "the numbers come with a library that is not installed"
    assert "<skipped" in junit([record])
    assert "NOT RUN" in text_report([record])
    alone = collect(run_lines(toys, [str(file)], Settings("absent")))
    assert alone.end is not None
    assert alone.end["exit_code"] == 3
