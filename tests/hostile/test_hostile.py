"""Hostile programs, one a file: each is stopped or harmless, and never gets more than it earns.

A program says in VERDICTS what it is told: of `relu`, in which the attack is, which is right only where the attack
works; and of `fixed_lr`, which is right and must stay so beside it. NOT_LOADED is said of one that is not even loaded.
"""

import ast
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from primcheck.faults import CannotJudge
from primcheck.isolation.judging import IsolatedJudge
from primcheck.isolation.protection import protection
from primcheck.settings import Settings
from primcheck.suite import Suite
from primcheck.verdict import BAD

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
SETTINGS = Settings(timeout=2.0, diagnosed=False, offered=False)

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or not protection().complete, reason="nothing here can shut a process in completely"
)


@pytest.fixture(scope="module")
def judge() -> Iterator[IsolatedJudge]:
    """One judge for all of them: what one does to it the next would meet."""
    os.environ["PRIMCHECK_HOSTILE_SECRET"] = "swordfish"
    try:
        with IsolatedJudge(Suite()) as made:
            yield made
    finally:
        del os.environ["PRIMCHECK_HOSTILE_SECRET"]


@pytest.fixture(autouse=True)
def _little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("primcheck.guard.PATIENCE", 1)


@pytest.fixture
def victim(program: Path) -> Iterator[Path]:
    """A file that anybody could change, at a place that the program knows."""
    path = Path(f"/tmp/primcheck-hostile-victim-{program.stem}")
    path.write_text("alive")
    path.chmod(0o666)
    yield path
    path.unlink(missing_ok=True)


def said(program: Path) -> dict[str, Any]:
    """Return the constants of a program, without running it."""
    tree = ast.parse(program.read_text("utf-8"))
    found = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)]
    return {
        node.targets[0].id: ast.literal_eval(node.value)  # type: ignore[attr-defined]  # a Name, see above
        for node in found
        if node.targets[0].id in {"VERDICTS", "NOT_LOADED"}  # type: ignore[attr-defined]
    }


def status(lines: list[dict[str, Any]], primitive: str) -> str:
    """Return the worst that is said of a primitive."""
    found = [
        line["status"]
        for line in lines
        if line["type"] == "verdict" and line["primitive"] == primitive and line["kind"] in {"value", "law"}
    ]
    assert found
    order = ["crashed", "timeout", "raised", "fail"]
    return next((one for one in order if one in found), "pass" if not BAD & set(found) else found[0])


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_hostile_program(program: Path, judge: IsolatedJudge, victim: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It gets the verdict that it earns, in bounded time; nothing outside changes, nothing of its own is printed."""
    expected = said(program)
    primitives = Suite().select("relu,fixed_lr")
    before, here, started = victim.stat(), os.getcwd(), time.monotonic()
    lines: list[dict[str, Any]] = []
    refusal = ""
    wanted_of = expected.get("VERDICTS", {})
    try:
        for some in judge.lines(str(program), primitives, SETTINGS):
            lines += some
        verdicts = {name: status(lines, name) for name in wanted_of}
        for name, wanted in wanted_of.items():
            told = [line["message"] for line in lines if line.get("primitive") == name and line["type"] == "verdict"]
            assert wanted in {verdicts[name], "any"}, told[:3]
    except CannotJudge as error:
        refusal = str(error)
    assert expected.get("NOT_LOADED", "") in refusal
    assert bool(refusal) == ("NOT_LOADED" in expected), refusal
    assert time.monotonic() - started < 60
    assert os.getcwd() == here
    after = victim.stat()
    assert (after.st_mode, after.st_mtime, after.st_size) == (before.st_mode, before.st_mtime, before.st_size)
    left = [path for path in Path(tempfile.gettempdir()).glob("primcheck-hostile-*") if "victim" not in path.name]
    assert not left
    texts = "".join(f"{line.get('message')}{line.get('notes')}" for line in lines)
    assert texts.isprintable()
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


def test_nothing_is_left_behind() -> None:
    """When a judge is closed its folders are gone, and so are its processes."""
    with IsolatedJudge(Suite()) as made:
        base, server = made._server.base, made._server._process.pid
        for _ in made.lines(str(PROGRAMS[0].parent / "deep_folders.py"), Suite().select("relu"), SETTINGS):
            pass
        assert [path.name for path in base.iterdir() if path.is_dir()] == ["outside"]
    assert not base.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)
