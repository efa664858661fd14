"""Grading on a dask.distributed cluster: judges are the tasks. A submission never runs in a dask worker's own process.

A task carries the files of a few submissions and starts `primcheck grade` for them, so that what judges is the same as
on one machine. Where a dask worker dies, its tasks run once more elsewhere; a record is written when a task has come
back, so each submission has one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from primcheck.faults import CannotJudge, UsageError
from primcheck.grading.batch import not_judged
from primcheck.grading.rubric import Rubric
from primcheck.grading.submissions import Submission

TOGETHER = 8
"""Submissions in one task: the start of a judge is paid once."""

RETRIES = 3
"""How often a task is run again after a dask worker was lost."""

Handed = tuple[str, bool, list[tuple[str, bytes]]]
"""A submission on its way: its name, whether it is a folder, and its files."""


def graded(
    waiting: list[Submission], rubric: Rubric, options: list[str], suite_digest: str, address: str
) -> Iterator[tuple[Submission, dict[str, Any]]]:
    """Yield each submission with its record, in the order in which tasks come back.

    Raises:
        UsageError: dask.distributed is not installed, or no scheduler answers at the address.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise UsageError("--dask needs dask.distributed: pip install 'primcheck[dask]'.") from error
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(f"No dask scheduler answers at {address}.") from error
    said = rubric.text, options, suite_digest
    with client:
        parts = [waiting[i : i + TOGETHER] for i in range(0, len(waiting), TOGETHER)]
        futures = {
            client.submit(grade_together, [_handed(s) for s in part], *said, retries=RETRIES, pure=False): part
            for part in parts
        }
        for future in as_completed(futures):
            records, fault = {}, ""
            try:
                records = future.result()
            except Exception as error:
                fault = f"on the cluster: {type(error).__name__}: {error}"
            for submission in futures[future]:
                yield submission, records.get(submission.name) or not_judged(submission, fault or "no record came back")


def grade_together(
    handed: list[Handed], rubric: str, options: list[str], suite_digest: str
) -> dict[str, dict[str, Any]]:
    """Grade a few submissions in a process of their own, wherever this runs; return their records by name.

    Raises:
        CannotJudge: the process could not do its work.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder, book, points = (Path(scratch, name) for name in ("submissions", "book", "rubric.toml"))
        points.write_text(rubric, "utf-8")
        for name, is_folder, files in handed:
            root = folder / name if is_folder else folder
            root.mkdir(parents=True, exist_ok=True)
            for path, data in files:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(data)
        command = [sys.executable, "-m", "primcheck", "grade", str(folder), "--rubric", str(points), "--jobs", "1"]
        done = subprocess.run([*command, "--out", str(book), *options], capture_output=True, text=True, check=False)
        if not book.exists():
            raise CannotJudge(done.stderr.strip()[-300:] or f"exit code {done.returncode}")
        lines = [json.loads(line) for line in book.read_text("utf-8").splitlines()]
        if lines[0]["suite_digest"] != suite_digest:
            raise CannotJudge("a dask worker has another version of primcheck")
    return {line["submission"]: line for line in lines if line["type"] == "grade"}


def _handed(submission: Submission) -> Handed:
    return submission.name, submission.path.is_dir(), [(name, path.read_bytes()) for name, path in submission.files()]
