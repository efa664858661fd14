"""Subjects that hang, crash, exit or do not load: the run goes on, loses nothing, and leaves with the right code."""

import time
from pathlib import Path
from typing import Any

import pytest

from primcheck.record import collect
from primcheck.session import run_lines
from primcheck.settings import Settings
from primcheck.suite import Suite

RIGHT = "from toy.reference.toys.scale import scale\nfrom toy.reference.toys.walk import walk\n"
BY_SIZE = """
import os, time
from toy.reference.toys import scale as right
from toy.reference.toys.walk import walk

def scale(x, y, *, factor=2.0):
    if x.size == {size}:
        {act}
    return right.scale(x, y, factor=factor)
"""


def run(
    toys: Suite, tmp_path: Path, text: str, **settings: Any
) -> tuple[dict[str, list[str]], dict[str, Any], list[Any]]:
    """Judge a file's text; return statuses by primitive, the end line and all verdicts."""
    file = tmp_path / "subject.py"
    file.write_text(text)
    settings = {"dtypes": ("float64",), "timeout": 2.5, **settings}
    record = collect(run_lines(toys, [str(file)], Settings(**settings)))
    found: dict[str, list[str]] = {}
    for verdict in record.verdicts:
        if verdict["kind"] != "reject":
            found.setdefault(verdict["primitive"], []).append(verdict["status"])
    assert record.end is not None
    return found, record.end, record.verdicts


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_right_code(toys: Suite, tmp_path: Path) -> None:
    """A file with some of the primitives conforms; the others are not implemented, which is no failure."""
    found, end, _ = run(toys, tmp_path, RIGHT)
    assert set(found["scale"]) == set(found["walk"]) == {"pass"}
    assert found["coin"] == ["not_implemented"]
    assert end["exit_code"] == 0


@pytest.mark.parametrize(
    ("act", "status", "says"),
    [
        ("time.sleep(60)", "timeout", "no answer within 2.5 s"),
        ("os._exit(0)", "crashed", "exit code 0"),
        ("os.kill(os.getpid(), 11)", "crashed", "SIGSEGV"),
        ("raise KeyboardInterrupt", "crashed", "process ended"),
    ],
)
def test_a_lost_call_is_one_verdict(toys: Suite, tmp_path: Path, act: str, status: str, says: str) -> None:
    """The call that hangs or kills the process is judged as that; everything else is judged as ever."""
    found, end, verdicts = run(toys, tmp_path, BY_SIZE.format(size=0, act=act))
    lost = [v for v in verdicts if v["primitive"] == "scale" and v["case"] == "empty"]
    assert [v["status"] for v in lost] == [status]
    assert says in lost[0]["message"]
    assert found["scale"].count("pass") >= 8
    assert set(found["walk"]) == {"pass"}
    assert end["exit_code"] == 1


def test_patience_ends(toys: Suite, tmp_path: Path) -> None:
    """After three lost calls of a primitive the rest is not tried, and none of it passes."""
    text = BY_SIZE.format(size=6, act="os._exit(3)").replace("x.size ==", "x.size !=")
    found, end, _ = run(toys, tmp_path, text)
    assert found["scale"].count("crashed") > 3
    assert set(found["walk"]) == {"pass"}
    assert end["exit_code"] == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("def scale(x:\n", "syntax error in subject.py, line 1"),
        ("import sys\nsys.exit(0)\n", "calls sys.exit(0) while it is imported (subject.py, line 2)"),
        ("import no_such_library\n", "imports no_such_library, which is not installed (subject.py, line 1)"),
        ("1 / 0\n", "ZeroDivisionError: division by zero (subject.py, line 1)"),
        ("import os\nos._exit(0)\n", "ends the process while it loads"),
        ("import time\ntime.sleep(60)\n", "does not finish loading within 2.5 s"),
        ("def unrelated(): pass\n", "defines none of the primitives"),
    ],
)
def test_what_does_not_load_is_said_in_a_sentence(toys: Suite, tmp_path: Path, text: str, says: str) -> None:
    """A target that does not load is not judged, says why, and leaves with 3."""
    _, end, verdicts = run(toys, tmp_path, text)
    assert [v["status"] for v in verdicts] == ["not_run"]
    assert says in verdicts[0]["message"]
    assert end["exit_code"] == 3


def test_printing_at_import_is_harmless(toys: Suite, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What a file prints when it is imported does not reach our output."""
    _, end, _ = run(toys, tmp_path, RIGHT + "import os\nprint('hello')\nos.write(1, b'deep')\n")
    assert end["exit_code"] == 0
    assert capfd.readouterr().out == ""


def test_more_processes_judge_the_same(toys: Suite, tmp_path: Path) -> None:
    """With -j the verdicts are those of one process."""

    def key(verdicts: list[Any]) -> list[tuple[Any, ...]]:
        return sorted((v["primitive"], v["case"] or "", v["status"], str(v["ratio"])) for v in verdicts)

    one, two = run(toys, tmp_path, RIGHT), run(toys, tmp_path, RIGHT, jobs=3)
    assert key(one[2]) == key(two[2])


def test_looking_for_a_smaller_input_spoils_no_verdict(toys: Suite, tmp_path: Path) -> None:
    """A subject that hangs on inputs that no case has is not accused of hanging."""
    text = (
        "import time\n"
        "def scale(x, y, *, factor=2.0):\n"
        "    while x.size == 1:\n"
        "        time.sleep(0.1)\n"
        "    return x, y\n"
    )
    found, end, _ = run(toys, tmp_path, text)
    assert end["exit_code"] == 1
    assert "timeout" not in found["scale"]
    assert "fail" in found["scale"]


def test_our_own_work_is_not_the_subject_s_time(toys: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking for an explanation may take longer than a call is given; nobody is accused of hanging for it."""
    from primcheck import examiner

    def slowly(*_: Any) -> list[Any]:
        time.sleep(2.5)
        return []

    monkeypatch.setattr(examiner, "diagnose", slowly)
    found, end, _ = run(toys, tmp_path, "def scale(x, y, *, factor=2.0):\n    return x, y\n", timeout=1.0)
    assert end["exit_code"] == 1
    assert "timeout" not in found["scale"]
    assert "fail" in found["scale"]


def test_fail_fast_stops(toys: Suite, tmp_path: Path) -> None:
    """After the first primitive that fails nothing more is judged."""
    text = "def scale(x, y, *, factor=2.0):\n    return x, y\ndef walk(position, push, *, rate=0.5):\n    return position\n"
    found, end, _ = run(toys, tmp_path, text, fail_fast=True)
    assert end["exit_code"] == 1
    assert len([name for name in found if name in {"scale", "walk"}]) == 1


def test_a_fault_of_the_suite_is_not_the_subject_s(
    toys: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a spec breaks its own rules the primitive is not run, the rest is, and the run leaves with 3."""
    from primcheck import examination, supervisor

    asked = examination.questions

    def broken(primitive: Any, *rest: Any) -> Any:
        if primitive.name == "walk":
            raise ValueError("a case that cannot be")
        return asked(primitive, *rest)

    monkeypatch.setattr(examination, "questions", broken)
    monkeypatch.setattr(supervisor, "questions", broken)
    found, end, _ = run(toys, tmp_path, RIGHT)
    assert found["walk"] == ["not_run"]
    assert set(found["scale"]) == {"pass"}
    assert end["exit_code"] == 3


POISON = """
import numpy as np
np.abs = np.absolute = lambda x, *a, **k: np.zeros_like(x)
def walk(position, push, *, rate=0.5):
    np.max = None
    return position - rate * push
"""


def test_a_subject_that_replaces_numpy_spoils_nothing(toys: Suite, tmp_path: Path) -> None:
    """What it replaces is put back, its verdict is the right one, and the truths kept for others are sound."""
    found, _, verdicts = run(toys, tmp_path, POISON, only="walk", seed=3)
    assert "fail" in found["walk"]
    assert any("replaces numpy.max" in note for verdict in verdicts for note in verdict["notes"])
    found, end, _ = run(toys, tmp_path, RIGHT, only="walk", seed=3)
    assert set(found["walk"]) == {"pass"}
    assert end["exit_code"] == 0


HOSTILE = {
    "a fork": ("os.fork()", "pass"),
    "an empty path": ("sys.path[:] = []", "pass"),
    "a huge message": ("raise ValueError('x' * 50_000_000)", "raised"),
    "an unreadable message": ("raise type('E', (Exception,), {'__str__': lambda s: 1 / 0})()", "raised"),
    "a huge array": ("return (np.broadcast_to(0.0, 10**14),) * 2", "fail"),
    "a huge integer": ("return 10**5000, 10**5000", "fail"),
    "a masked array": ("return (np.ma.masked_all(x.shape),) * 2", "fail"),
    "a generator": ("return (v for v in x)", "fail"),
}


@pytest.mark.parametrize("what", sorted(HOSTILE))
def test_odd_behaviour_is_a_verdict(toys: Suite, tmp_path: Path, what: str) -> None:
    """Whatever a call does, it is judged, in one line of printable text, and the rest goes on."""
    act, status = HOSTILE[what]
    text = "import os, sys, numpy as np\n" + BY_SIZE.format(size=4, act=act)
    found, end, verdicts = run(toys, tmp_path, text, timeout=20.0)
    unit = [v for v in verdicts if v["case"] == "unit"]
    assert [v["status"] for v in unit] == [status]
    assert all(len(v["message"]) < 600 and v["message"].isprintable() for v in verdicts)
    assert set(found["walk"]) == {"pass"}
    assert end["exit_code"] == (0 if status == "pass" else 1)


def test_an_odd_module_does_not_stop_the_loading(toys: Suite, tmp_path: Path) -> None:
    """A module that answers every attribute, or a function with a nonsense signature, is judged like others."""
    text = RIGHT + "def __getattr__(name):\n    raise RuntimeError(name)\nwalk.__signature__ = 5\n"
    found, end, _ = run(toys, tmp_path, text)
    assert set(found["scale"]) == {"pass"}
    assert end["exit_code"] in {0, 1}


def test_keyword_only_and_open_signatures(toys: Suite, tmp_path: Path) -> None:
    """Inputs are passed by name where nothing is taken by position."""
    text = (
        "from toy.reference.toys import scale as s, walk as w\n"
        "def scale(**named):\n    return s.scale(**named)\n"
        "def walk(*, position, push, rate=0.5):\n    return w.walk(position, push, rate=rate)\n"
    )
    found, _, _ = run(toys, tmp_path, text)
    assert set(found["scale"]) == set(found["walk"]) == {"pass"}


def test_parts_of_a_package_that_cannot_be_judged_are_told(toys: Suite, tmp_path: Path) -> None:
    """A primitive in a module that does not import, or defined twice, is not run; it does not look as if it were absent."""
    package = tmp_path / "parts"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "a.py").write_text(RIGHT)
    absent = "import no_such_library\nno_such_library.go() + 1\n"
    (package / "b.py").write_text(f"{absent}\ndef coin(x, *, chance, rng):\n    return x\n")
    (package / "c.py").write_text("def walk(position, push, *, rate=0.5):\n    return position\n")
    record = collect(run_lines(toys, [str(package)], Settings(dtypes=("float64",))))
    told = {v["primitive"]: v for v in record.verdicts if v["status"] == "not_run"}
    assert set(told) == {"coin", "walk"}
    assert "no_such_library" in told["coin"]["message"]
    assert "defined twice" in told["walk"]["message"]
    assert record.end is not None
    assert record.end["exit_code"] == 3


def test_nothing_of_a_subject_outlives_the_run(toys: Suite, tmp_path: Path) -> None:
    """A process that a subject starts ends with the run."""
    import time

    beat = tmp_path / "beat"
    text = RIGHT + (
        "import os, time\n"
        "if os.fork() == 0:\n"
        "    while True:\n"
        f"        open({str(beat)!r}, 'a').write('.')\n"
        "        time.sleep(0.02)\n"
    )
    _, end, _ = run(toys, tmp_path, text)
    assert end["exit_code"] == 0
    size = beat.stat().st_size if beat.exists() else 0
    time.sleep(0.3)
    assert (beat.stat().st_size if beat.exists() else 0) == size
