"""Storages: an ordinary question asked again with its arrays stored in unusual ways, and results that have to last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from primcheck.call import Outcome
from primcheck.judge import Judgement, judge
from primcheck.lasting import HUNTS, lasting
from primcheck.question import Question
from primcheck.storage import STORAGES
from primcheck.verdict import ELSEWHERE, Verdict

if TYPE_CHECKING:
    from primcheck.examination import Examination


def stored(examination: Examination, asked: list[Question]) -> Iterator[Verdict]:
    """Ask one ordinary question again with its arrays stored in unusual ways."""
    plain = [q for q in asked if q.precision == "float64" and len(q.steps) == 1 and _has_arrays(q)]
    if not plain or examination.primitive.uses:
        return
    question = plain[0]
    if examination.manner.isolated:
        judgement = Judgement("not_run", "how arrays are stored is not seen by code in a process of its own")
        hunts = "inputs stored in unusual ways, and results that do not last"
        yield examination.verdict(
            question, "storage", judgement, None, [ELSEWHERE], f"{question.case.name}, stored", hunts
        )
        return
    if not examination.primitive.random:
        yield _lasting(examination, question)
    for name, (hunts, storage) in STORAGES.items():
        outcome = examination.outcome(question, name, storage)
        judgement = judge(question, outcome, examination.truth(question))
        yield examination.verdict(
            question, "storage", judgement, outcome, name=f"{question.case.name}, {name}", hunts=hunts
        )


def _lasting(examination: Examination, question: Question) -> Verdict:
    found: list[Judgement | None] = []

    def call() -> Outcome:
        outcome, judgement = lasting(examination.function, question, examination.keywords, examination.declines)
        found.append(judgement)
        return outcome

    outcome = examination.guard.call(f"{question.case.name}/next call", call)
    judgement = (found[0] if found else None) or judge(question, outcome, examination.truth(question))
    return examination.verdict(
        question, "storage", judgement, outcome, name=f"{question.case.name}, and another call", hunts=HUNTS
    )


def _has_arrays(question: Question) -> bool:
    arrays = [question.steps[0][tensor.name] for tensor in question.primitive.tensors]
    return any(array.size > 1 for array in arrays)
