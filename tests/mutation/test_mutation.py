"""Mutation testing of the suite itself: what it proves is published, true of the code as it stands, and explained whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from primcheck.mutation.campaign import Campaign
from primcheck.mutation.graft import Room
from primcheck.mutation.reasons import idle, read_reasons, unexplained
from primcheck.mutation.record import read
from primcheck.report.mutation import mutation_page
from primcheck.suite import Suite

ROOT = Path(__file__).parents[2]
RECORD = read(ROOT / "reports" / "mutation.jsonl")
REASONS = read_reasons(ROOT / "tests" / "mutation")
ROOMS = ("reference", "vectorized", "jit")
WAITING = {"jit/initialization/_draws.py", "jit/dropout/monte_carlo_dropout.py"}
"""Modules that have not been tried compiled yet, which takes half an hour."""

pytestmark = pytest.mark.skipif(not (ROOT / "reports").is_dir(), reason="needs the checkout")


def test_the_record_is_of_the_code_as_it_stands() -> None:
    """Every module has its line, and none has changed since: else `python -m primcheck.mutation` has to be run, and with
    `--compiled` for code of jit that draws random numbers.
    """
    recorded = {line["path"]: (line["code"], line["asked"]) for line in RECORD}
    tasks = {task.path: (task.code, task.asked) for task in Campaign(Suite(), ROOMS).tasks()}
    assert tasks.keys() - recorded.keys() <= WAITING
    assert recorded == {path: digests for path, digests in tasks.items() if path not in WAITING or path in recorded}


def test_compiled_mutants_are_not_kept_on_disk() -> None:
    """Numba would take one for another: it does not look at constants, nor at what a function calls."""
    room = Room("primcheck.impls.jit", compiled=True)
    texts = [room.source(module) for module in room.modules]
    assert any("cache=False" in text for text in texts)
    assert not any("cache=True" in text for text in texts)


def test_every_survivor_is_explained() -> None:
    """No question is known by which one would be rejected, and each has its reason."""
    assert not list(unexplained(RECORD, REASONS))


def test_every_reason_is_needed() -> None:
    """A pattern that explains nothing is left over from code that has changed."""
    assert not idle(RECORD, REASONS)


def test_what_survives_was_asked_ten_thousand_questions() -> None:
    """Nearly all that is equal to the bit is so on ten thousand; of what is slow, on as many as half a minute allowed."""
    tried = [survivor["tried"] for line in RECORD for survivor in line["survivors"] if survivor["kind"] == "same"]
    assert min(tried) > 100
    assert sum(count >= 10_000 for count in tried) > 0.95 * len(tried)


def test_the_page_is_the_record_s() -> None:
    """Reports/mutation.md says what the record says."""
    assert (ROOT / "reports" / "mutation.md").read_text("utf-8") == mutation_page(RECORD, REASONS)


def test_a_sample_of_mutants_is_rejected() -> None:
    """One mutant in two hundred, tried anew: each is rejected, or explained as in the record."""
    rooms = ["--rooms", "reference,vectorized"]
    command = [sys.executable, "-m", "primcheck.mutation", *rooms, "--every", "200", "-j", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "mutants rejected." in done.stdout
