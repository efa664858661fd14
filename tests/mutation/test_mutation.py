"""Mutation testing of the suite itself: what it proves is published, true of the code as it stands, and explained whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from primcheck.mutation.campaign import Campaign
from primcheck.mutation.reasons import idle, read_reasons, told, unexplained
from primcheck.mutation.record import read
from primcheck.report.mutation import mutation_page
from primcheck.suite import Suite

ROOT = Path(__file__).parents[2]
RECORD = read(ROOT / "reports" / "mutation.jsonl")
REASONS = read_reasons(ROOT / "tests" / "mutation")
ROOMS = ("reference", "vectorized", "jit")

pytestmark = pytest.mark.skipif(not (ROOT / "reports" / "mutation.jsonl").exists(), reason="the reports are not here")


def test_the_record_is_of_the_code_as_it_stands() -> None:
    """Every module has its line, and none has changed since: else `python -m primcheck.mutation` has to be run."""
    recorded = {line["path"]: (line["code"], line["asked"]) for line in RECORD}
    assert {task.path: (task.code, task.asked) for task in Campaign(Suite(), ROOMS).tasks()} == recorded


def test_every_survivor_is_explained() -> None:
    """No question is known by which one would be rejected, and each has its reason."""
    assert not list(unexplained(RECORD, REASONS))


def test_every_reason_is_needed() -> None:
    """A pattern that explains nothing is left over from code that has changed."""
    assert not idle(RECORD, REASONS)


def test_what_survives_was_asked_ten_thousand_questions() -> None:
    """Equal to the bit on so many, and not for want of asking; of loops that run as Python most are asked as many."""
    same = [(line["path"], s) for line in RECORD for s in line["survivors"] if s["kind"] == "same"]
    for path, survivor in same:
        assert survivor["tried"] >= (1 if path.startswith("jit/") else 10_000), told(path, survivor)
    python = [survivor["tried"] >= 10_000 for path, survivor in same if path.startswith("jit/")]
    assert sum(python) > len(python) / 2


def test_the_page_is_the_record_s() -> None:
    """Reports/mutation.md says what the record says."""
    assert (ROOT / "reports" / "mutation.md").read_text("utf-8") == mutation_page(RECORD, REASONS)


def test_a_sample_of_mutants_is_rejected() -> None:
    """One mutant in two hundred, of all rooms, tried anew: each is rejected, or explained as in the record."""
    command = [sys.executable, "-m", "primcheck.mutation", "--every", "200", "-j", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "mutants rejected." in done.stdout
