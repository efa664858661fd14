"""Workers in other languages: they need nothing of this suite but docs/protocol.md, and pass like anybody else."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from primcheck.faults import UsageError
from primcheck.isolation.programs import PREFIX, command_of
from primcheck.record import collect
from primcheck.session import run_lines
from primcheck.settings import Settings
from primcheck.suite import Suite

HERE = Path(__file__).parent
WHAT = ("relu", "sigmoid", "sgd", "dense")


def statuses(command: str) -> dict[str, set[str]]:
    """Judge a command; return the statuses of its values and laws by primitive."""
    record = collect(
        run_lines(Suite(), [PREFIX + command], Settings(",".join(WHAT), timeout=20.0, isolated=True, diagnosed=False))
    )
    found: dict[str, set[str]] = {}
    for verdict in record.verdicts:
        if verdict["kind"] in {"value", "law"}:
            found.setdefault(verdict["primitive"], set()).add(verdict["status"])
    return found


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_a_worker_in_c(tmp_path: Path) -> None:
    """Compiled with the system's compiler, without a library."""
    program = tmp_path / "worker"
    subprocess.run(["cc", "-O1", "-Wall", "-o", program, HERE / "worker.c", "-lm"], check=True)
    assert statuses(str(program)) == {name: {"pass"} for name in WHAT}


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node")
def test_a_worker_in_javascript() -> None:
    """Run by Node, in forty lines besides its functions."""
    assert statuses(f"node {HERE / 'worker.js'}") == {name: {"pass"} for name in WHAT}


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node")
def test_a_program_in_a_private_folder(tmp_path: Path) -> None:
    """What its owner alone may read, a worker that has become another user can read as well."""
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    shutil.copy(HERE / "worker.js", private)
    assert statuses(f"node {private / 'worker.js'}") == {name: {"pass"} for name in WHAT}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("true", "ends the process while it loads"),
        ("yes", "does not load"),
        ("sleep 60", "does not finish loading within 1 s"),
    ],
)
def test_a_program_that_does_not_speak_the_protocol(text: str, says: str) -> None:
    """It is not judged, and the reason is said."""
    found: list[dict[str, Any]] = list(
        run_lines(Suite(), [PREFIX + text], Settings("relu", timeout=1.0, isolated=True))
    )
    assert says in found[1]["message"]
    assert found[-1]["exit_code"] == 3


def test_a_program_that_is_not_there() -> None:
    """That is a wrong usage."""
    with pytest.raises(UsageError, match="no program no-such-program"):
        command_of(PREFIX + "no-such-program --now")
