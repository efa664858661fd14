"""What a judge of submissions is made of: the suite, loaded once, and the isolated judging of one target."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from primcheck.grading.grade import grade
from primcheck.grading.rubric import Rubric
from primcheck.grading.submissions import Submission
from primcheck.settings import Settings
from primcheck.spec import Primitive
from primcheck.suite import Suite
from primcheck.supervisor import judge_target


def isolation() -> str:
    """Return how well code is fenced in here, tried out."""
    return "NOT SANDBOXED (open: everything)"


def grader(rubric: Rubric, seed: int, timeout: float, budget: float) -> Callable[[Submission], dict[str, Any]]:
    """Return what grades one submission after another."""
    suite = Suite()
    primitives = [suite.primitive(name) for name in rubric.points]
    settings = Settings(conventions=rubric.conventions, seed=seed, timeout=timeout, shown=False)

    def judge(target: str, wanted: list[Primitive]) -> Iterator[list[dict[str, Any]]]:
        return judge_target(suite, target, wanted, settings)

    return lambda submission: grade(submission, judge, primitives, rubric, budget)
