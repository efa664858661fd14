"""The Python interface and the pytest plugin."""

import subprocess
import sys
import types
from pathlib import Path

import numpy as np
import pytest

import primcheck
from primcheck.faults import CannotJudge, UsageError


def relu(x: np.ndarray) -> np.ndarray:
    """Return a right relu."""
    return np.maximum(x, 0)


def test_check() -> None:
    """One function is judged by its name, or by the one given."""
    assert primcheck.check(relu).passed
    assert primcheck.check(lambda x: np.maximum(x, 0), "relu").passed
    wrong = primcheck.check(np.abs, "relu")
    assert not wrong.passed
    assert wrong.exit_code == 1
    assert "WRONG" in str(wrong)
    assert "0 of 1 primitive conform" in repr(wrong)
    assert wrong.diagnoses[0]["name"] == "absolute_value"
    with pytest.raises(UsageError, match="no primitive called rleu"):
        primcheck.check(relu, "rleu")


def test_what_may_be_refused_is_no_failure() -> None:
    """NumPy's maximum of nothing raises, and so does every textbook's softmax; another answer is wrong all the same."""

    def softmax(x: np.ndarray, *, axis: int = -1) -> np.ndarray:
        e = np.exp(x - x.max(axis=axis, keepdims=True))
        return e / e.sum(axis=axis, keepdims=True)

    def invents(x: np.ndarray, *, axis: int = -1) -> np.ndarray:
        return softmax(x, axis=axis) if x.shape[-1:] != (0,) else np.ones((3, 1), x.dtype)

    report = primcheck.check(softmax)
    assert report.passed
    assert {v["status"] for v in report.verdicts if v["case"] == "no scores"} == {"declined"}
    assert not primcheck.check(invents, "softmax").passed


def test_a_notebook_shows_the_report() -> None:
    """What is wrong can be read at once; nothing that comes from the code is taken for HTML."""

    def relu(x: np.ndarray) -> np.ndarray:
        raise ValueError("<script>alert(1)</script>")

    shown = primcheck.check(relu)._repr_html_()
    assert "0 of 1 primitive conform" in shown
    assert "✗ RAISED" in shown
    assert "<details open>" in shown
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    right = primcheck.check(lambda x: np.maximum(x, 0), "relu")._repr_html_()
    assert "✓ conforms" in right
    assert "<details" not in right


def test_run_takes_modules_classes_and_mappings() -> None:
    """Anything that offers the names is a target."""
    module = types.ModuleType("mine")
    module.relu = relu  # type: ignore[attr-defined]  # as an import would

    class Layers:
        relu = staticmethod(relu)

    for target in (module, Layers, {"relu": relu}):
        assert primcheck.run(target).passed
    with pytest.raises(CannotJudge, match="defines none of the primitives"):
        primcheck.run({})


def test_conventions_in_python() -> None:
    """Choices are given as on the command line."""

    def relu_backward(dy: np.ndarray, x: np.ndarray) -> np.ndarray:
        return np.where(x >= 0, dy, np.zeros_like(dy))

    report = primcheck.check(relu_backward)
    assert {v["status"] for v in report.verdicts if v["kind"] != "reject"} == {"pass", "convention"}
    assert primcheck.check(relu_backward, conventions={"relu_backward.at_zero": "one"}).passed


def pytest_says(tmp_path: Path, *words: str) -> tuple[int, str]:
    """Run pytest in a folder of its own."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", *words]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_plugin(tmp_path: Path) -> None:
    """One test a case, with its id; a failing one shows the reason, not our traceback."""
    (tmp_path / "mine.py").write_text("import numpy as np\n\ndef relu(x):\n    return np.abs(x)\n")
    code, told = pytest_says(tmp_path, "--primcheck", "mine.py", "-vv")
    assert code == 1
    assert "mine.py::relu::" in told
    assert "::float32 FAILED" in told
    assert "::float32 PASSED" in told
    assert "hunts: " in told
    assert "absolute value" in told
    assert "site-packages" not in told
    assert "Traceback" not in told


def test_the_plugin_selects(tmp_path: Path) -> None:
    """Primitives, conventions and -k work as one expects."""
    (tmp_path / "mine.py").write_text(
        "import numpy as np\ndef relu(x):\n    return np.maximum(x, 0)\n"
        "def relu_backward(dy, x):\n    return np.where(x >= 0, dy, np.zeros_like(dy))\n"
    )
    assert pytest_says(tmp_path, "--primcheck", "mine.py", "--primcheck-only", "relu")[0] == 0
    assert pytest_says(tmp_path, "--primcheck", "mine.py")[0] == 1
    asked = ("--primcheck-convention", "relu_backward.at_zero=one")
    assert pytest_says(tmp_path, "--primcheck", "mine.py", *asked)[0] == 0
    code, told = pytest_says(tmp_path, "--primcheck", "mine.py", "-k", "float64 and not relu_backward")
    assert code == 0
    assert "deselected" in told


def test_the_plugin_says_what_does_not_load(tmp_path: Path) -> None:
    """A target that is not there is wrong usage; one that does not load is a failing test."""
    assert pytest_says(tmp_path, "--primcheck", "none.py")[0] == 4
    (tmp_path / "broken.py").write_text("def relu(x:\n")
    code, told = pytest_says(tmp_path, "--primcheck", "broken.py")
    assert code == 1
    assert "syntax error in broken.py, line 1" in told


def test_without_the_option_the_plugin_is_not_there(tmp_path: Path) -> None:
    """Other people's test runs are left alone."""
    (tmp_path / "test_x.py").write_text(
        "import sys\n\ndef test_x():\n    assert 'primcheck.session' not in sys.modules\n"
    )
    assert pytest_says(tmp_path)[0] == 0
