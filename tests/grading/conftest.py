"""A class of students, and the command that grades it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from primcheck.cli import main

Cli = Callable[..., tuple[int, str, str]]

START = "import numpy as np\n\n\n"
RELU = "def relu(x):\n    return np.maximum(x, 0)\n"
SIGMOID = "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n"

CLASS = {
    "alice.py": START + RELU + "\n\n" + SIGMOID,
    "bob.py": START + "def relu(x):\n    return np.abs(x)\n",
    "carol/first.py": START + RELU,
    "carol/second.py": START + "def sigmoid(x):\n    return np.tanh(x)\n\n\ndef relu(x):\n    return -x\n",
    "dave.py": "def relu(x:\n",
    "eve.py": "import os\n\nos._exit(0)\n",
    "frank/notes.txt": "I could not do it.",
}
"""Right, wrong, in several files (the first that has a function counts), broken, hostile, empty."""


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """The folder with the class's submissions."""
    for name, text in CLASS.items():
        path = tmp_path / "handed_in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "handed_in"


@pytest.fixture
def grade(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, handed_in: Path) -> Cli:
    """Run `primcheck grade handed_in` with some options; return exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["primcheck", "grade", handed_in.name, "--trust", *words])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return int(left.value.code or 0), out, err

    return run
