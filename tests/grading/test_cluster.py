"""Grading on a cluster of which a worker is killed in the middle: one record each, those of an undisturbed run."""

import json
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

distributed = pytest.importorskip("distributed")
from primcheck.grading.cluster import graded  # noqa: E402  # after the skip
from primcheck.grading.rubric import Rubric  # noqa: E402
from primcheck.grading.submissions import submissions  # noqa: E402
from primcheck.suite import Suite  # noqa: E402

OPTIONS = ["--seed", "7", "--trust"]


def plain(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record without what differs between two runs that are the same."""
    return {k: v for k, v in record.items() if k not in {"seconds", "digest"}}


@pytest.mark.filterwarnings("ignore")  # a cluster of which a part is killed has much to say
def test_a_killed_worker_costs_nothing(grade: Callable[..., tuple[int, str, str]], handed_in: Path) -> None:
    """Tasks of a dask worker that dies are run again, and nothing is written twice."""
    for i in range(20):
        (handed_in / f"more{i:02}.py").write_text((handed_in / "bob.py").read_text("utf-8"), "utf-8")
    assert grade("--only", "relu,sigmoid", *OPTIONS[:2])[0] == 0
    lines = [json.loads(line) for line in Path("GRADES.jsonl").read_text("utf-8").splitlines()]
    undisturbed = {line["submission"]: plain(line) for line in lines if line["type"] == "grade"}
    rubric = Rubric({"relu": 1.0, "sigmoid": 1.0})
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        victims = [worker.pid for worker in cluster.workers.values()]
        killed = threading.Timer(2.0, lambda: os.kill(victims[0], signal.SIGKILL))
        killed.start()
        records: list[tuple[str, dict[str, Any]]] = []
        for submission, record in graded(
            submissions(handed_in), rubric, OPTIONS, Suite().digest, cluster.scheduler_address
        ):
            records.append((submission.name, plain(record)))
        killed.join()
        time.sleep(0.1)
    assert len(records) == len(undisturbed) == 26
    assert dict(records) == undisturbed
