"""Patterns: what stands out about wrong answers that match no convention and no known mistake.

Everything said here is true of the cases that were asked: a factor, a rearrangement or a difference is only named where
it turns every wrong answer into a right one within the noise floor, a place or a circumstance only where it holds for
all that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from primcheck.call import Outcome
from primcheck.floor import stack
from primcheck.judge import judge, structure
from primcheck.pace import turn
from primcheck.patterns.answered import Answered, Pattern, listed
from primcheck.patterns.circumstances import circumstance
from primcheck.patterns.explanations import explained, nearly
from primcheck.patterns.formula import formula
from primcheck.patterns.places import place
from primcheck.patterns.shapes import Shapes, misshapen, wrong_shapes
from primcheck.question import Question, questions
from primcheck.verdict import Diagnosis

if TYPE_CHECKING:
    from primcheck.examination import Examination
    from primcheck.suite import Suite


def patterns(examination: Examination, suite: Suite) -> list[Diagnosis]:
    """Return what stands out, the most telling first."""
    primitive = examination.primitive
    answers: list[Answered] = []
    changed: dict[str, None] = {}
    silent: list[Question] = []
    shapes: list[Shapes] = []
    failing: list[Question] = []
    passing: list[Question] = []
    for question in questions(primitive, examination.dtypes, examination.convention, examination.seed):
        if not question.case.compared or primitive.random:
            continue
        outcome = examination.outcome(question)
        truth = examination.store.truth(question)
        judgement = judge(question, outcome, truth)
        if judgement.status == "declined":
            continue
        {"pass": passing, "fail": failing}.get(judgement.status, silent).append(question)
        if judgement.status not in {"pass", "fail"}:
            continue
        if structure(question, outcome) is not None:
            shapes += wrong_shapes(question, outcome)
            continue
        changed |= dict.fromkeys(outcome.changed)
        for position, output in enumerate(primitive.outputs):
            if position in outcome.unseen:
                continue
            got = stack(tuple(np.asarray(results[position].values) for results in outcome.answers))
            entry = Answered(question, position, output.name, got, truth.results[position])
            if got.shape == entry.right.shape:
                answers.append(entry)
    kept = list(_kept_between_calls(examination, [*passing, *failing]))
    if kept or not (failing or silent):
        return kept
    found = [*_damage(answers, list(changed)), *misshapen(shapes), *_told(suite, answers, failing, passing)]
    gone = circumstance(silent, [*failing, *passing], "It gives no answer")
    found += [gone] if gone else []
    evidence = {"differ": [f"{q.case.name}/{q.dtype}" if q.dtype else q.case.name for q in (*failing, *silent)]}
    name = examination.subject.name
    return [Diagnosis(name, primitive.name, "pattern", title, says, evidence) for title, says in found]


def _told(suite: Suite, answers: list[Answered], failing: list[Question], passing: list[Question]) -> Iterator[Pattern]:
    wrong = [entry for entry in answers if np.any(entry.places)]
    # Where some answers do not even have the right form, nothing made of the others explains all.
    if wrong and {entry.question.digest for entry in wrong} == {question.digest for question in failing}:
        reference = suite.reference(wrong[0].question.primitive)
        found = explained(reference, answers, wrong) or formula(suite, answers, wrong)
        if found:
            yield found
        else:
            yield from filter(None, (place(answers, wrong), nearly(wrong)))
        yield from _which(answers, wrong)
    found = circumstance(failing, passing)
    if found:
        yield found


def _damage(answers: list[Answered], changed: list[str]) -> Iterator[Pattern]:
    """Tell that what comes back is right, and only the caller's arrays suffer."""
    if changed and not any(np.any(entry.places) for entry in answers):
        names = listed(changed)
        says = f"What comes back is right, but {names} is written over: begin with a copy, or compute into a new array."
        yield f"{names} written over", says


def _kept_between_calls(examination: Examination, asked: list[Question]) -> Iterator[Diagnosis]:
    """Tell that the same question gets another answer when it is asked again, by more than the order of a sum explains."""
    differ = []
    for question in asked:
        first, again = examination.outcome(question), examination.outcome(question, turn(question))
        if first.status == again.status == "answered" and not _alike(first, again):
            differ.append(f"{question.case.name}/{question.dtype}" if question.dtype else question.case.name)
    if differ:
        says = (
            f"{len(differ)} of {len(asked)} questions get another answer when they are asked again, after other calls. Something "
            "is kept between calls: a cache that does not look at all of its inputs, a changed default argument or global, an "
            "array handed out that is written over later."
        )
        name = examination.subject.name
        yield Diagnosis(name, examination.primitive.name, "pattern", "kept between calls", says, {"differ": differ})


def _alike(first: Outcome, again: Outcome) -> bool:
    pairs = [
        (np.asarray(a.values), np.asarray(b.values))
        for one, two in zip(first.answers, again.answers, strict=False)
        for a, b in zip(one, two, strict=False)
        if a.values is not None and b.values is not None
    ]
    return all(
        a.shape == b.shape and np.allclose(a, b, rtol=1e-4, atol=1e-4 * _largest(a), equal_nan=a.dtype.kind == "f")
        for a, b in pairs
    )


def _largest(values: Any) -> float:
    return float(np.max(np.abs(values), initial=0, where=np.isfinite(values))) if values.dtype.kind == "f" else 0.0


def _which(answers: list[Answered], wrong: list[Answered]) -> Iterator[Pattern]:
    """Tell which of several results are right everywhere."""
    names = [output.name for output in wrong[0].question.primitive.outputs]
    spoilt = {entry.output for entry in wrong}
    right = [name for name in names if name not in spoilt]
    if right and {entry.output for entry in answers} == set(names):
        verb, wrongly = "is" if len(right) == 1 else "are", "goes" if len(spoilt) == 1 else "go"
        bad = listed(name for name in names if name in spoilt)
        yield f"only {bad}", f"{listed(right)} {verb} right in every case; only {bad} {wrongly} wrong."
