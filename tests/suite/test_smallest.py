"""The smallest failing input: a program that runs on its own beside the code it is about, and shows the fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from primcheck.api import run
from primcheck.verdict import SMALLEST

WRONG = """
import numpy as np


def relu(x):
    return np.abs(x)


def huber_loss(prediction, target, *, delta=1.0):
    d = np.abs(prediction - target)
    return np.where(d < delta, 0.5 * d * d, d - 0.5).mean() if d.size else 0.0


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1):
    raise NotImplementedError("to be done")


def nms(boxes, scores, *, threshold):
    return np.arange(len(boxes))


def clip_by_global_norm(grads, *, limit):
    return [g / max(np.sqrt(np.sum(g * g)) / limit, 1) for g in grads]


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return param - lr * m / (np.sqrt(v) + eps), m, v
"""
NAMES = ["relu", "huber_loss", "conv2d", "nms", "clip_by_global_norm", "adam"]


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Judge the wrong file; return the program for each primitive."""
    folder = tmp_path_factory.mktemp("student")
    (folder / "student.py").write_text(WRONG)
    report = run(str(folder / "student.py"), only=",".join(NAMES))
    found = {d["primitive"]: d["says"] for d in report.diagnoses if d["name"] == SMALLEST}
    for name, text in found.items():
        (folder / f"try_{name}.py").write_text(text + "\n")
    return {"folder": str(folder), **found}


@pytest.mark.parametrize("name", NAMES)
def test_the_program_shows_the_fault(programs: dict[str, str], name: str) -> None:
    """It runs where the code is, is short, and what it prints is not what it says should come out."""
    text = programs[name]
    environment = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, f"try_{name}.py"],
        cwd=Path(programs["folder"]),
        capture_output=True,
        text=True,
        env=environment,
    )
    if "but it raises" in text:
        assert "to be done" in done.stderr
        return
    assert done.returncode == 0, done.stderr
    should_be = [line.partition("should be ")[2] for line in text.splitlines() if "should be" in line]
    assert should_be
    assert done.stdout.strip()
    assert done.stdout.split() != " ".join(should_be).split()


def test_it_is_small(programs: dict[str, str]) -> None:
    """One number is enough to show what relu does wrong, and one parameter for Adam."""
    assert programs["relu"].count(",") == 1  # the one before dtype
    assert programs["adam"].count("np.array([0.0]") == 3


def test_right_code_has_none() -> None:
    """Nothing is worked out where nothing fails."""
    assert run("vectorized", only="relu").diagnoses == []
