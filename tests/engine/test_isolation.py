"""Isolated judging: the same verdicts as in this process, from a process that is shut in; and an honest label."""

import os
from pathlib import Path
from typing import Any

import pytest

from primcheck import api
from primcheck.faults import UsageError
from primcheck.isolation.protection import NONE, Protection, protection
from primcheck.record import collect
from primcheck.report.text import text
from primcheck.session import run_lines
from primcheck.settings import Settings
from primcheck.suite import Suite
from primcheck.verdict import BAD

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing to isolate with")

SCALE = "import numpy as np\ndef scale(x, y, *, factor=2.0):\n"
BEHAVIOURS = {
    "right": "    return x * factor, x * factor + y",
    "list": "    return [x * factor, x * factor + y]",
    "wrong": "    return x * factor * 1.1, x * factor * 1.1 + y",
    "another way": "    return x / factor, x / factor + y",
    "both ways": "    return x * 1 if factor else y, x + y",
    "one result": "    return x * factor",
    "nothing": "    pass",
    "numbers": "    return 1.0, 2",
    "another shape": "    return (x * factor).T, x * factor + y",
    "another dtype": "    return (x * factor).astype('f2'), x * factor + y",
    "objects": "    return (x * factor).astype(object), x * factor + y",
    "text": "    return 'right', x",
    "raises": "    raise ValueError(f'no {x.size}')",
    "exits": "    raise SystemExit(3)",
    "prints": "    print('hello', factor)\n    return x * factor, x * factor + y",
    "warns": "    np.float64(1) / np.float64(0)\n    return x * factor, x * factor + y",
    "changes x": "    x *= factor\n    return x.copy(), x + y",
    "reshapes y": "    a = x * factor, x * factor + y\n    y.shape = (-1,)\n    return a",
    "replaces": "    np.add = max\n    return x * factor, x * factor + y",
    "positional": "    return scale.__wrapped__(x, y)",
}
OTHERS = {
    "an option of its own": "def scale(x, y, *, factor=2.0, way='times'):\n"
    "    p = x * factor if way == 'times' else x / factor\n    return p, p + y\n",
    "an option it follows": "def scale(x, y, *, factor=2.0, way='over'):\n    return x / factor, x / factor + y\n",
    "anything": "def scale(*arrays, **options):\n    f = options.get('factor', 2.0)\n"
    "    return arrays[0] * f, arrays[0] * f + arrays[1]\n",
    "too few": "def scale(x):\n    return x, x\n",
    "declines": "def declines(*, primitive, x, factor=2.0, **_):\n    return 'no thirds' if factor == 1 / 3 else None\n"
    "def scale(x, y, *, factor=2.0):\n    return x * factor, x * factor + y\n",
    "declines badly": "def declines(**_):\n    raise KeyError('x')\n"
    "def scale(x, y, *, factor=2.0):\n    return x * factor, x * factor + y\n",
    "unusual forms": "import numpy as np\ndef double_all(arrays):\n    return [2 * a for a in arrays]\n"
    "def positive_indices(x):\n    return np.flatnonzero(x > 0)\n"
    "def doubled_shape(shape):\n    return tuple(2 * n for n in shape), int(np.prod(shape))\n",
    "a program": "def scale(x, y, *, factor=2.0):\n    return x * factor, x * factor + y\n",
    "a state": "def walk(position, push, *, rate=0.5):\n    return position\n",
}


EXPLAINED = {"wrong", "another way", "changes x", "an option of its own"}
"""Of these the diagnoses are compared as well."""


def judged(suite: Suite, file: Path, **settings: Any) -> Any:
    """Judge a file; return the record."""
    return collect(run_lines(suite, [str(file)], Settings(timeout=10.0, **settings)))


def told(record: Any) -> dict[tuple[str, ...], tuple[Any, ...]]:
    """Return what is said of each case, but for storage."""
    return {
        (v["primitive"], v["case"], v["kind"], str(v["dtype"])): (v["status"], v["message"], v["ratio"], *_notes(v))
        for v in record.verdicts
        # How an array is stored is not seen from elsewhere, and a program passes on what is no array as it can.
        if v["kind"] != "storage" and (v["primitive"] != "descent" or v["status"] == "pass")
    }


def _notes(verdict: dict[str, Any]) -> list[str]:
    return verdict["notes"] if verdict["primitive"] != "descent" else []


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    # One for all: the truths of the toys are computed once.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.mark.parametrize("behaviour", [*BEHAVIOURS, *OTHERS])
def test_the_same_is_said_of_code_that_lives_elsewhere(toys: Suite, tmp_path: Path, behaviour: str) -> None:
    """Verdicts, messages, ratios, notes and diagnoses do not depend on where a function lives."""
    file = tmp_path / "subject.py"
    file.write_text(SCALE + BEHAVIOURS[behaviour] + "\n" if behaviour in BEHAVIOURS else OTHERS[behaviour])
    only = "scale" if behaviour in BEHAVIOURS else None
    settings = {"only": only, "diagnosed": behaviour in EXPLAINED}
    here, there = judged(toys, file, **settings), judged(toys, file, **settings, isolated=True)
    assert told(there) == told(here)
    assert [d["name"] for d in there.diagnoses] == [d["name"] for d in here.diagnoses]


def test_chance_is_judged_from_seeds(toys: Suite, tmp_path: Path) -> None:
    """A generator travels as a seed; code that takes none is seeded where it lives."""
    file = tmp_path / "subject.py"
    for draw, takes in (("rng", ", rng"), ("np.random", "")):
        file.write_text(
            f"import numpy as np\ndef coin(x, *, chance{takes}):\n"
            f"    mask = {draw}.random(x.shape) < chance\n    return np.where(mask, x / 3, 0).astype(x.dtype), mask\n"
        )
        record = judged(toys, file, isolated=True)
        coin = [v for v in record.verdicts if v["primitive"] == "coin" and v["kind"] != "reject"]
        assert {v["status"] for v in coin} == {"pass", "not_run"}, [v["message"] for v in coin]


@pytest.mark.parametrize(
    ("act", "status", "says"),
    [
        ("time.sleep(60)", "timeout", "no answer within 1 s"),
        ("os.abort()", "crashed", "the process ended (SIGABRT) during the call"),
        ("os._exit(0)", "crashed", "the process ended (exit code 0) during the call"),
    ],
)
def test_a_lost_call_is_one_verdict_and_the_rest_is_judged(
    toys: Suite, tmp_path: Path, act: str, status: str, says: str
) -> None:
    """A worker that hangs or dies is replaced, and its successor answers the next question."""
    file = tmp_path / "subject.py"
    file.write_text(
        "import os, time\ndef scale(x, y, *, factor=2.0):\n"
        f"    if factor == 1 / 3 and x.itemsize == 8:\n        {act}\n"
        "    return x * factor, x * factor + y\n"
        "def walk(position, push, *, rate=0.5):\n    return position + rate * push\n"
    )
    record = collect(run_lines(toys, [str(file)], Settings(timeout=1.0, isolated=True, diagnosed=False)))
    found = {(v["case"], v["dtype"]): v for v in record.verdicts if v["primitive"] == "scale" and v["kind"] == "value"}
    lost = found.pop(("third", "float64"))
    assert (lost["status"], lost["message"]) == (status, says)
    assert {v["status"] for v in found.values()} == {"pass"}


def test_more_processes_judge_the_same(toys: Suite, tmp_path: Path) -> None:
    """With two examiners each has workers of its own."""
    file = tmp_path / "subject.py"
    file.write_text(OTHERS["a program"] + OTHERS["unusual forms"])
    assert told(judged(toys, file, isolated=True, jobs=2)) == told(judged(toys, file, isolated=True))


def test_packages_and_neighbours_go_along(toys: Suite, tmp_path: Path) -> None:
    """A package is copied whole, a file with the neighbours that it imports, and nothing else that lies there."""
    package = tmp_path / "toylib"
    package.mkdir()
    (package / "__init__.py").write_text("from .inner import scale\n")
    (package / "inner.py").write_text(OTHERS["a program"])
    (tmp_path / "helper.py").write_text("import deeper\ndef twice(x, f):\n    return deeper.times(x, f)\n")
    (tmp_path / "deeper.py").write_text("def times(x, f):\n    return x * f\n")
    (tmp_path / "secret.py").write_text("")
    single = tmp_path / "single.py"
    single.write_text(
        "import pathlib\nfrom helper import twice\n"
        "assert not (pathlib.Path(__file__).parent / 'secret.py').exists()\n"
        "def scale(x, y, *, factor=2.0):\n    return twice(x, factor), twice(x, factor) + y\n"
    )
    for target in (package, package / "inner.py", single):
        record = judged(toys, target, isolated=True, only="scale")
        assert not BAD & {v["status"] for v in record.verdicts if v["kind"] == "value"}, record.verdicts[0]["message"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("def scale(x:\n", "syntax error in subject.py, line 1"),
        ("import os\nos._exit(0)\n", "ends the process while it loads"),
        ("import time\ntime.sleep(60)\n", "does not finish loading within 2 s"),
        ("def unrelated(): pass\n", "defines none of the primitives"),
    ],
)
def test_what_does_not_load_is_said_in_a_sentence(toys: Suite, tmp_path: Path, content: str, says: str) -> None:
    """As where the code is loaded here; the place that it was copied to is not named."""
    file = tmp_path / "subject.py"
    file.write_text(content)
    record = collect(run_lines(toys, [str(file)], Settings(timeout=2.0, isolated=True)))
    (verdict,) = record.verdicts
    assert says in verdict["message"]
    assert "primcheck-" not in verdict["message"].replace(str(tmp_path), "")
    assert record.end is not None
    assert record.end["exit_code"] == 3


def test_the_label_is_in_record_and_report(toys: Suite, tmp_path: Path) -> None:
    """What was found open or shut is told wherever the verdicts are."""
    file = tmp_path / "subject.py"
    file.write_text(OTHERS["a program"])
    record = judged(toys, file, isolated=True, only="scale")
    label = record.run["environment"]["isolation"]
    assert label == str(protection())
    assert label.startswith(("SANDBOXED [", "NOT SANDBOXED (open: "))
    assert label in text([record])
    assert judged(toys, file, only="scale").run["environment"]["isolation"] == NONE


def test_a_label_claims_no_more_than_was_tried() -> None:
    """With anything open the word is NOT."""
    assert str(Protection(("Landlock 7",), ())) == "SANDBOXED [Landlock 7]"
    assert str(Protection(("limits",), ("read", "fork"))) == "NOT SANDBOXED (open: read, fork)"


def test_what_is_here_already_cannot_be_isolated() -> None:
    """An object has been made by code that has run."""
    with pytest.raises(UsageError, match="cannot be isolated"):
        api.run(api, isolated=True)
