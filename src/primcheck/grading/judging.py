"""What a judge of submissions is made of: the suite and a server of isolated workers, both made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from primcheck.grading.grade import grade
from primcheck.grading.rubric import Rubric
from primcheck.grading.submissions import Submission
from primcheck.isolation.judging import IsolatedJudge
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.suite import Suite


def grader(rubric: Rubric, seed: int, timeout: float, budget: float) -> Callable[[Submission], dict[str, Any]]:
    """Return what grades one submission after another."""
    suite = Suite()
    # A submission that could decline what it gets wrong would.
    isolated = IsolatedJudge(suite, heeding=False)
    primitives = [suite.primitive(name) for name in rubric.points]
    settings = Settings(conventions=rubric.conventions, seed=seed, timeout=timeout, shown=False, isolated=True)

    def judge(target: str, wanted: list[Primitive]) -> Iterator[list[dict[str, Any]]]:
        return isolated.lines(target, wanted, settings)

    return lambda submission: grade(submission, judge, primitives, rubric, budget)
