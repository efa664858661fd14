"""Grading a class: points, what broken submissions cost, going on after an interruption, and the reports."""

import contextlib
import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from primcheck.cli import main
from primcheck.isolation.protection import Protection

Cli = Callable[..., tuple[int, str, str]]
ONLY = ("--only", "relu,sigmoid", "--seed", "7")


def book(path: Path = Path("GRADES.jsonl")) -> dict[str, dict[str, Any]]:
    """Return the records of a book, without how long they took."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert lines[0]["type"] == "grading"
    names = [line["submission"] for line in lines[1:]]
    assert len(names) == len(set(names)), "a submission has one record"
    return {line["submission"]: {k: v for k, v in line.items() if k != "seconds"} for line in lines[1:]}


def test_a_class_is_graded(grade: Cli) -> None:
    """Each submission has a record; whatever is wrong with one, the others have theirs."""
    code, text, _ = grade(*ONLY)
    assert code == 0
    points = {name: (record["status"], record["points"]) for name, record in book().items()}
    assert points == {
        "alice.py": ("graded", 2.0),
        "bob.py": ("graded", 0.0),
        "carol": ("graded", 1.0),
        "dave.py": ("nothing_to_judge", 0.0),
        "eve.py": ("nothing_to_judge", 0.0),
        "frank": ("nothing_to_judge", 0.0),
    }
    assert "syntax error" in book()["dave.py"]["troubles"][0]
    assert "no Python file" in book()["frank"]["troubles"][0]
    assert book()["bob.py"]["primitives"]["relu"]["mistakes"] == ["absolute_value"]
    assert "absolute value" in text
    assert "6 of 6 submissions graded" in text


def test_what_is_done_is_not_done_again(grade: Cli, handed_in: Path) -> None:
    """Only what has changed is graded anew; a line that was cut off is written again."""
    grade(*ONLY)
    before = book()
    _, _, err = grade(*ONLY)
    assert "6 of 6 submissions are graded" in err
    path = Path("GRADES.jsonl")
    path.write_bytes(path.read_bytes()[:-40])
    lost = (set(before) - set(book_of_whole_lines(path))).pop()
    _, _, err = grade(*ONLY)
    assert "5 of 6 submissions are graded" in err
    assert book() == before, lost
    (handed_in / "bob.py").write_text((handed_in / "alice.py").read_text("utf-8"), "utf-8")
    _, text, err = grade(*ONLY)
    assert "5 of 6 submissions are graded" in err
    assert "bob.py" in text
    last = json.loads(path.read_text("utf-8").splitlines()[-1])
    assert (last["submission"], last["points"]) == ("bob.py", 2.0)


def book_of_whole_lines(path: Path) -> list[str]:
    """Return the submissions in those lines of a book that can be read."""
    names = []
    for line in path.read_text("utf-8").splitlines()[1:]:
        try:
            names.append(json.loads(line)["submission"])
        except ValueError:
            continue
    return names


def test_grading_that_was_killed_goes_on(grade: Cli, tmp_path: Path) -> None:
    """The records are those of an undisturbed run."""
    grade(*ONLY, "--out", "whole.jsonl")
    words = [sys.executable, "-m", "primcheck", "grade", "handed_in", "--trust", *ONLY, "-j", "2"]
    cut = tmp_path / "cut.jsonl"
    process = subprocess.Popen([*words, "--out", str(cut)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not (cut.exists() and cut.read_bytes().count(b"\n") >= 2):
        assert time.monotonic() < until
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    until = time.monotonic() + 20
    while running(str(cut)):
        assert time.monotonic() < until, "judges end with the command"
        time.sleep(0.05)
    code, _, err = grade(*ONLY, "--out", "cut.jsonl")
    assert code == 0, err
    assert book(cut) == book(tmp_path / "whole.jsonl")


def running(word: str) -> bool:
    """Tell whether there is a process with a word in its command line."""
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if word.encode() in place.read_bytes().split(b"\0"):
                return True
    return False


def test_shards_make_up_the_whole(grade: Cli) -> None:
    """Every submission falls to exactly one part."""
    grade(*ONLY)
    parts = []
    for i in (1, 2, 3):
        assert grade(*ONLY, "--shard", f"{i}/3", "--out", f"part{i}.jsonl")[0] in {0, 2}
        parts.append(book(Path(f"part{i}.jsonl")))
    assert sum(map(len, parts)) == 6
    assert {name: record for part in parts for name, record in part.items()} == book()


def test_a_rubric_gives_points(grade: Cli, tmp_path: Path) -> None:
    """Points by primitive, a part of them for a part of the cases, exceptions after the rule."""
    (tmp_path / "rubric.toml").write_text('partial = true\n[points]\n"*" = 0.5\nrelu = 4\n', "utf-8")
    assert grade("--rubric", "rubric.toml", "--only", "relu,sigmoid", "--seed", "7")[0] == 0
    records = book()
    assert (records["alice.py"]["points"], records["alice.py"]["of"]) == (4.5, 4.5)
    relu = records["bob.py"]["primitives"]["relu"]
    assert 0 < relu["passed"] < relu["cases"]
    assert relu["points"] == pytest.approx(4 * relu["passed"] / relu["cases"], abs=1e-4)


def test_other_conventions(grade: Cli, handed_in: Path, tmp_path: Path) -> None:
    """Right code that follows another convention has its points, unless the rubric says otherwise."""
    for path in [*handed_in.glob("*.py"), *handed_in.glob("*/*")]:
        path.unlink()
    (handed_in / "gina.py").write_text("def relu_backward(dy, x):\n    return dy * (x >= 0)\n", "utf-8")
    points = "[points]\nrelu_backward = 1\n"
    wanted = {"": 1.0, "other_conventions = false\n": 0.0}
    for i, (text, worth) in enumerate(wanted.items()):
        (tmp_path / f"rubric{i}.toml").write_text(text + points, "utf-8")
        grade("--rubric", f"rubric{i}.toml", "--out", f"{i}.jsonl")
        assert book(Path(f"{i}.jsonl"))["gina.py"]["points"] == worth
    (tmp_path / "asked.toml").write_text(points + '[conventions]\n"relu_backward.at_zero" = "one"\n', "utf-8")
    grade("--rubric", "asked.toml", "--out", "asked.jsonl")
    assert book(Path("asked.jsonl"))["gina.py"]["primitives"]["relu_backward"]["status"] == "pass"


def test_nobody_declines_what_he_gets_wrong(grade: Cli, handed_in: Path) -> None:
    """A submission's own word on what it does not support gives no points."""
    text = "import numpy as np\n\n\ndef relu(x):\n    return np.abs(x)\n\n\n"
    text += 'def declines(*, primitive, **arguments):\n    return "not today" if np.any(arguments["x"] < 0) else None\n'
    (handed_in / "bob.py").write_text(text, "utf-8")
    grade("--only", "relu")
    relu = book()["bob.py"]["primitives"]["relu"]
    assert (relu["status"], relu["points"]) == ("fail", 0.0)


def test_without_a_fence_nobody_is_graded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], handed_in: Path, tmp_path: Path
) -> None:
    """Where code cannot be shut in, grading says what is open, and what to do."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("primcheck.isolation.protection.protection", lambda: Protection((), ("write", "connect")))
    monkeypatch.setattr("sys.argv", ["primcheck", "grade", "handed_in", "--only", "relu"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 3
    assert "NOT SANDBOXED (open: write, connect). Pass --trust" in capsys.readouterr().err
    assert not Path("GRADES.jsonl").exists()


def test_what_is_not_there_gives_nothing(grade: Cli, handed_in: Path) -> None:
    """Time that is used up, a process that ends in the middle: no points, and the others are graded."""
    (handed_in / "alice.py").write_text("def relu(x):\n    while True:\n        pass\n", "utf-8")
    (handed_in / "bob.py").write_text("import os\n\n\ndef relu(x):\n    os._exit(0)\n", "utf-8")
    assert grade("--only", "relu", "--timeout", "0.5")[0] == 0
    statuses = {name: record["primitives"]["relu"]["status"] for name, record in book().items()}
    assert statuses["alice.py"] == "timeout"
    assert statuses["bob.py"] == "crashed"
    assert statuses["carol"] == "pass"
    assert book()["alice.py"]["points"] == book()["bob.py"]["points"] == 0.0


def test_reports(grade: Cli) -> None:
    """CSV has a row for each submission; Gradescope gets scores that add up."""
    grade(*ONLY)
    _, text, _ = grade(*ONLY, "--format", "csv")
    rows = {row["submission"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["carol"]["relu"] == "1.0"
    assert rows["bob.py"]["mistakes"] == "relu: absolute_value"
    _, text, _ = grade(*ONLY, "--format", "gradescope")
    results = json.loads(text)
    assert results["alice.py"]["score"] == 2.0
    for result in results.values():
        assert result["score"] == sum(test["score"] for test in result["tests"])
    assert (
        "max(0, x)" in results["bob.py"]["tests"][0]["output"] or "absolute" in results["bob.py"]["tests"][0]["output"]
    )


@pytest.mark.parametrize(
    ("words", "rubric", "says"),
    [
        ((), None, "Say what is graded"),
        (("--only", "rleu"), None, "rleu"),
        (("--only", "relu", "--shard", "4/3"), None, "--shard takes I/K"),
        (("--rubric", "none.toml"), None, "Cannot read the rubric"),
        (("--rubric", "r.toml"), "points", "no TOML"),
        (("--rubric", "r.toml"), "[points]\n", "needs a table [points]"),
        (("--rubric", "r.toml"), "[points]\nrelu = -1\n", "numbers above 0"),
        (("--rubric", "r.toml"), "[points]\nrelu = 1\n[bonus]\n", "'bonus'"),
        (("--rubric", "r.toml"), "partial = 1\n[points]\nrelu = 1\n", "true or false"),
        (("--rubric", "r.toml"), '[points]\nrelu = 1\n[conventions]\n"relu.x" = "y"\n', "no convention called x"),
        (("--only", "relu", "--out", "handed_in/bob.py"), None, "is not touched"),
    ],
)
def test_wrong_usage_is_one_sentence(
    grade: Cli, tmp_path: Path, words: tuple[str, ...], rubric: str | None, says: str
) -> None:
    """Nothing is graded, nothing is lost, and the sentence says what to do."""
    if rubric is not None:
        (tmp_path / "r.toml").write_text(rubric, "utf-8")
    code, out, err = grade(*words)
    assert code == 2
    assert says in err
    assert not out
    assert not Path("GRADES.jsonl").exists()


def test_a_book_of_another_rubric_is_left_alone(grade: Cli) -> None:
    """Grades by different rubrics, or from different inputs, do not mix."""
    grade(*ONLY)
    before = Path("GRADES.jsonl").read_bytes()
    for words in (("--only", "relu"), ("--only", "relu,sigmoid", "--seed", "8")):
        code, _, err = grade(*words)
        assert code == 2
        assert "choose another file" in err
    assert Path("GRADES.jsonl").read_bytes() == before


def test_the_seed_is_secret_and_the_same_for_all(grade: Cli) -> None:
    """Without --seed inputs are drawn when the book is begun; a second book has others."""
    grade("--only", "relu")
    grade("--only", "relu", "--out", "second.jsonl")
    seeds = [
        json.loads(Path(name).read_text("utf-8").splitlines()[0])["seed"] for name in ("GRADES.jsonl", "second.jsonl")
    ]
    assert seeds[0] != seeds[1]
    assert grade("--only", "relu")[0] == 0
