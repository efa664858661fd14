"""Records: written as things happen, read back whole or as far as they go."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from primcheck.faults import CannotJudge, UsageError
from primcheck.record import RecordWriter, collect, read, to_number
from primcheck.report.junit import junit
from primcheck.report.markdown import markdown
from primcheck.report.text import text
from primcheck.session import Tally, run_lines
from primcheck.settings import Settings
from primcheck.subject import Subject
from primcheck.suite import Suite


@pytest.fixture
def lines(toys: Suite) -> list[dict[str, Any]]:
    """The lines of a run in which one toy fails."""
    subject = Subject("wrong", {"walk": lambda position, push, *, rate=0.5: position - rate * push})
    return list(run_lines(toys, [subject], Settings(only="walk,scale", dtypes=("float64",))))


def write(path: Path, lines: list[dict[str, Any]]) -> Path:
    """Write lines as a record."""
    with RecordWriter(path) as writer:
        for line in lines:
            writer.write(line)
    return path


def test_there_and_back(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    """What was written is read; run comes first, end last, every line has a type."""
    path = write(tmp_path / "deep" / "run.jsonl", lines)
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [entries[0]["type"], entries[-1]["type"]] == ["run", "end"]
    record = read(path)
    assert record.complete
    assert len(record.verdicts) == sum(entry["type"] == "verdict" for entry in entries)


def test_the_fields_of_a_verdict(lines: list[dict[str, Any]]) -> None:
    """Other people's scripts rely on these names."""
    wanted = {
        "type", "implementation", "callable", "primitive", "case", "hunts", "kind", "dtype", "convention", "status", "ratio",
        "bits_lost", "output", "index", "expected", "got", "message", "notes", "seconds",
    }  # fmt: skip
    verdict = next(line for line in lines if line["type"] == "verdict" and line["status"] == "fail")
    assert set(verdict) == wanted
    assert verdict["expected"] == pytest.approx(verdict["expected"])
    assert set(lines[0]) >= {
        "format",
        "suite_version",
        "suite_digest",
        "environment",
        "targets",
        "options",
        "seed",
        "started",
    }
    assert set(lines[-1]) >= {"totals", "seconds", "exit_code"}


def test_no_line_is_invalid_json(tmp_path: Path) -> None:
    """Non-finite numbers are texts, so that any JSON reader can read them."""
    path = write(tmp_path / "r.jsonl", [{"type": "run", "format": 1, "x": [math.nan, math.inf, -math.inf, 1.5]}])
    assert json.loads(path.read_text(), parse_constant=pytest.fail)["x"] == ["nan", "inf", "-inf", 1.5]
    assert to_number("-inf") == -math.inf
    assert to_number(None) is None


def test_each_line_is_there_at_once(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    """A run that is killed loses nothing that was judged."""
    path = tmp_path / "r.jsonl"
    with RecordWriter(path) as writer:
        for count, line in enumerate(lines[:3], 1):
            writer.write(line)
            assert len(path.read_text("utf-8").splitlines()) == count


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_record_cut_short_says_so(tmp_path: Path, lines: list[dict[str, Any]], keep: float) -> None:
    """What came before the cut is kept and reported; the record is incomplete, whatever it holds."""
    path = write(tmp_path / "r.jsonl", lines)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    record = read(path)
    assert not record.complete
    assert record.trouble
    assert record.verdicts or keep < 0.5
    for report in (text, markdown, junit):
        assert record.trouble in report([record])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"hello\n", "first line is no JSON object"),
        (b"[1]\n", "first line is no JSON object"),
        (b'{"type": "run", "format": 99}\n', "not a record of this version"),
        (b'{"type": "verdict"}\n', "not a record of this version"),
        (b"\xff\xfe\x00", "not text"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, says: str) -> None:
    """What is no record is said to be none, in one sentence."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(content)
    with pytest.raises(CannotJudge, match=says):
        read(path)


def test_places_that_cannot_be_written_or_read(tmp_path: Path) -> None:
    """A path that does not work is wrong usage."""
    with pytest.raises(UsageError, match="Cannot read"):
        read(tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="Cannot write"):
        RecordWriter(tmp_path)


def test_a_report_says_what_is_wrong(lines: list[dict[str, Any]]) -> None:
    """Text, Markdown and JUnit name the case, what it hunts, and the numbers."""
    record = collect(lines)
    for report in (text, markdown, junit):
        told = report([record])
        assert "walk" in told
        assert "the wrong direction" in told
    assert "NOT IMPLEMENTED" not in text([record])
    assert "0 of 1 primitive conform" in text([record])


def test_junit_counts(lines: list[dict[str, Any]]) -> None:
    """The XML is well formed and its counts are those of its cases."""
    from xml.etree import ElementTree

    root = ElementTree.fromstring(junit([collect(lines)]))
    suite = root.find("testsuite")
    assert suite is not None
    cases = suite.findall("testcase")
    assert int(suite.get("tests", 0)) == len(cases)
    assert int(suite.get("failures", 0)) == sum(case.find("failure") is not None for case in cases) > 0


VERDICT = {"type": "verdict", "kind": "value", "notes": []}


@pytest.mark.parametrize(
    ("statuses", "strict", "code"),
    [
        (["pass"], False, 0),
        (["pass", "declined", "not_implemented"], False, 0),
        (["pass", "not_implemented"], True, 1),
        (["pass", "fail"], False, 1),
        (["pass", "convention"], False, 1),
        (["pass", "timeout"], False, 1),
        (["fail", "not_run"], False, 3),
        ([], False, 3),
        (["declined", "not_implemented"], False, 3),
    ],
)
def test_exit_codes(statuses: list[str], strict: bool, code: int) -> None:
    """Absence of evidence is never a pass, and what could not be judged comes before what is wrong."""
    tally = Tally(strict)
    for status in statuses:
        tally.add({**VERDICT, "status": status})
    assert tally.exit_code == code


def test_rejects_and_notes_count_only_when_strict() -> None:
    """An accepted bad input and a note are told, and fail a strict run."""
    for extra in ({**VERDICT, "kind": "reject", "status": "fail"}, {**VERDICT, "status": "pass", "notes": ["prints"]}):
        for strict, code in ((False, 0), (True, 1)):
            tally = Tally(strict)
            tally.add({**VERDICT, "status": "pass"})
            tally.add(extra)
            assert tally.exit_code == code
