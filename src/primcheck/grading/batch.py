"""A batch: judges, a process each, take one submission after another; one that dies or hangs costs one submission."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from primcheck.grading.submissions import Submission

Grader = Callable[[Submission], dict[str, Any]]
"""Grades one submission; made once in each judge's process."""

MARGIN = 2.0
"""A judge keeps to the budget itself; after so many times of it, and half a minute, it is stopped."""


class _Judge:
    """One judge's process, and what it is at."""

    def __init__(self, make: Callable[[], Grader]) -> None:
        context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, self.connection, make))  # type: ignore[attr-defined]  # both have it
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            self.process.start()
        theirs.close()
        self.submission: Submission | None = None
        self.since = time.monotonic()

    def take(self, submission: Submission) -> None:
        self.submission, self.since = submission, time.monotonic()
        with contextlib.suppress(OSError):
            self.connection.send((submission.name, str(submission.path)))

    def receive(self) -> dict[str, Any] | None:
        """Return a record; None where the process is gone."""
        try:
            found = json.loads(self.connection.recv_bytes())
        except (EOFError, OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def stop(self) -> None:
        """End the process and all that it has started."""
        self.connection.close()
        with contextlib.suppress(OSError):
            if self.process.pid:
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()


def _serve(connection: Connection, other_end: Connection, make: Callable[[], Grader]) -> None:
    # Its copy of the other end would keep this one open when the command is killed.
    other_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        os.setpgid(0, 0)
    grader = make()
    while True:
        try:
            name, path = connection.recv()
        except EOFError:
            return
        record = grader(Submission(name, Path(path)))
        connection.send_bytes(json.dumps(record, ensure_ascii=False).encode())


def graded(
    waiting: list[Submission], make: Callable[[], Grader], jobs: int, budget: float
) -> Iterator[tuple[Submission, dict[str, Any]]]:
    """Yield each submission with its record, in the order in which they are done."""
    waiting = waiting[::-1]
    crew: list[_Judge] = []
    try:
        while waiting or crew:
            while waiting and len(crew) < jobs:
                crew.append(_Judge(make))
            for judge in crew:
                if judge.submission is None and waiting:
                    judge.take(waiting.pop())
            for judge in [judge for judge in crew if judge.submission is None]:
                crew.remove(judge)
                judge.stop()
            ready = wait([judge.connection for judge in crew], timeout=1.0)
            for judge in list(crew):
                assert judge.submission is not None
                late = time.monotonic() - judge.since > MARGIN * budget + 30
                if judge.connection not in ready and not late:
                    continue
                record = judge.receive() if judge.connection in ready else None
                done, judge.submission = judge.submission, None
                if record is None:
                    crew.remove(judge)
                    judge.stop()
                    fault = "the judge did not come to an end" if late else "the judge's own process ended"
                yield done, record or not_judged(done, fault)
    finally:
        for judge in crew:
            judge.stop()


def not_judged(submission: Submission, fault: str) -> dict[str, Any]:
    """Return the record of a submission that nothing can be said about, for a reason of ours."""
    return {
        "type": "grade",
        "submission": submission.name,
        "status": "not_judged",
        "points": 0.0,
        "of": 0.0,
        "primitives": {},
        "troubles": [],
        "faults": [fault],
        "style": None,
        "seconds": 0.0,
    }
