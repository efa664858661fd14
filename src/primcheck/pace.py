"""The pace of a subject: long cases are asked of code that a short one has shown to be fast enough, and asked once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from primcheck.call import Outcome
from primcheck.judge import Judgement
from primcheck.question import Question


def turn(question: Question) -> str:
    """Return the turn that is compared with the first: what is held by laws alone is long, and asked once."""
    return "again" if question.case.compared else ""


def too_early(
    question: Question, asked: Sequence[Question], outcome: Callable[[Question, str], Outcome]
) -> Judgement | None:
    """Return why a case that comes after another is not asked; None where it is."""
    assert question.case.after is not None
    name, limit = question.case.after
    before = next((q for q in asked if q.case.name == name and q.dtype == question.dtype), None)
    if before is None:
        return None
    # The second call as well, for the first may have had to compile.
    outcomes = [outcome(before, which) for which in ("", "again")]
    if any(outcome.status != "answered" for outcome in outcomes):
        return Judgement("blocked", f"comes after “{name}”, which gives no answer")
    seconds = min(outcome.seconds for outcome in outcomes)
    if seconds <= limit:
        return None
    return Judgement("declined", f"“{name}” took {seconds:.2g} s; this case is for code that needs at most {limit:g} s")
