"""Diagnosis: under which convention would failing code be right, and which known mistake gives exactly its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck import chance
from primcheck.call import Answer, Outcome, ask_subject
from primcheck.conventions import alternatives
from primcheck.culprit import culprits
from primcheck.examination import Examination
from primcheck.faults import SuiteFault
from primcheck.judge import judge, structure
from primcheck.mixtures import following, mixtures
from primcheck.patterns import patterns
from primcheck.question import Question, questions
from primcheck.spec import Statistic
from primcheck.store import NotInPack
from primcheck.suite import Mistake, Suite
from primcheck.verdict import ELSEWHERE, Diagnosis, Verdict


def diagnose(examination: Examination, suite: Suite, verdicts: list[Verdict]) -> list[Diagnosis]:
    """Explain the failures of one primitive, best explanation first; nothing where nothing fails."""
    if not any(verdict.bad for verdict in verdicts):
        return []
    answered = any(verdict.status in {"pass", "fail"} for verdict in verdicts if verdict.kind in {"value", "statistic"})
    if not answered:
        return []
    if examination.primitive.uses:
        return list(culprits(examination, suite, verdicts))
    convention = _convention(examination, verdicts)
    if convention:
        return [convention]
    alone = following(suite, examination.primitive, examination.convention)
    mixed = mixtures(suite, examination.primitive, examination.convention)
    return (
        list(_mistakes(examination, alone, verdicts))
        or list(_mistakes(examination, mixed, verdicts))
        or patterns(examination, suite)
    )


def _convention(examination: Examination, verdicts: list[Verdict]) -> Diagnosis | None:
    primitive, asked = examination.primitive, examination.convention
    for choice in alternatives(primitive, asked):
        seen = []
        for verdict in examination.verdicts(choice, fail_fast=True):
            seen.append(verdict)
            if verdict.status not in {"pass", "declined"} and ELSEWHERE not in verdict.notes:
                break
        else:
            if not any(verdict.status == "pass" for verdict in seen):
                continue
            changed = [c for c in primitive.conventions if choice[c.name] != asked[c.name]]
            name = ", ".join(f"{primitive.name}.{c.name}={choice[c.name]}" for c in changed)
            says = " ".join(
                f"{c.asks}: this code follows “{choice[c.name]}” ({c.alternatives[choice[c.name]]}); "
                f"asked for was “{asked[c.name]}” ({c.alternatives[asked[c.name]]})."
                for c in changed
            )
            evidence = {
                "passes": [_case_id(v) for v in seen],
                "differ": [_case_id(v) for v in verdicts if v.bad],
            }
            return Diagnosis(
                examination.subject.name, primitive.name, "convention", name, says, evidence, conforms=True
            )
    return None


def _mistakes(examination: Examination, known: Iterable[Mistake], verdicts: list[Verdict]) -> Iterator[Diagnosis]:
    primitive = examination.primitive
    asked = questions(primitive, examination.dtypes, examination.convention, examination.seed)
    failing = {(v.case, v.dtype) for v in verdicts if v.bad}
    # The cases that fail come first: they tell a mistake apart soonest.
    asked.sort(key=lambda q: (q.case.name, q.dtype) not in failing)
    for mistake in known:
        if primitive.random:
            matched = _same_chance(examination, mistake, asked)
        else:
            matched = all(_same_answer(examination, mistake, question) for question in asked)
        if matched:
            matches = [f"{q.case.name}/{q.dtype}" if q.dtype else q.case.name for q in asked]
            evidence = {"matches": matches, "differ": [_case_id(v) for v in verdicts if v.bad]}
            yield Diagnosis(examination.subject.name, primitive.name, "mistake", mistake.name, mistake.says, evidence)


def _same_answer(examination: Examination, mistake: Mistake, question: Question) -> bool:
    """Tell whether the subject's answer is the mistake's, within the mistake's own floor."""
    ours, theirs = examination.outcome(question), ask_subject(mistake.function, question)
    if ours.status != theirs.status or set(ours.changed) != set(theirs.changed):
        return False
    if ours.status != "answered" or structure(question, ours) is not None or structure(question, theirs) is not None:
        return _same_plainly(question, ours, theirs)
    if _bytes(ours) == _bytes(theirs):
        return True
    try:
        truth = examination.store.mistaken(question, mistake)
    except (NotInPack, SuiteFault):
        # No extended precision here, or noise makes the mistaken function jump: compare the plain answers.
        return _same_plainly(question, ours, theirs)
    if judge(question, replace(theirs, changed=()), truth).status != "pass":
        # Extended precision hides what the mistake suffers from in the case's own: an overflow, an underflow.
        return _same_plainly(question, ours, theirs)
    return judge(question, replace(ours, changed=()), truth).status == "pass"


def _same_plainly(question: Question, outcome: Outcome, other: Outcome) -> bool:
    if outcome.status != other.status or len(outcome.answers) != len(other.answers):
        return False
    pairs = [
        (a, b) for one, two in zip(outcome.answers, other.answers, strict=True) for a, b in zip(one, two, strict=False)
    ]
    bound = float(64 * np.finfo(question.precision).eps)
    return all(_near(a, b, bound) for a, b in pairs)


def _near(a: Answer, b: Answer, bound: float) -> bool:
    if a.unseen or b.unseen:
        return True
    if a.values is None or b.values is None or a.values.shape != b.values.shape:
        return a.values is None and b.values is None
    return bool(np.allclose(a.values, b.values, rtol=bound, atol=bound, equal_nan=True))


def _same_chance(examination: Examination, mistake: Mistake, asked: list[Question]) -> bool:
    """Tell whether a random subject follows a mistake's law: every relation and every statistic lies where the mistake's does."""
    for question in asked:
        ours, theirs = examination.outcome(question), ask_subject(mistake.function, question)
        again = ask_subject(mistake.function, question)
        if ours.status != theirs.status or (structure(question, ours) is None) != (structure(question, theirs) is None):
            return False
        if ours.status != "answered" or structure(question, ours) is not None:
            continue
        repeats = _bytes(examination.outcome(question, "again")) == _bytes(ours)
        if repeats != (_bytes(again) == _bytes(theirs)) or set(ours.changed) != set(theirs.changed):
            return False
    statistics = [
        statistic
        for statistic in examination.primitive.statistics
        if all(examination.convention[n] == v for n, v in statistic.when.items())
    ]
    return _same_laws(examination, mistake, asked) and all(_same_statistic(examination, mistake, s) for s in statistics)


ROUNDS = 4
"""How many times a random mistake is drawn, each time from another generator, to learn how its results scatter."""

_scatter: dict[tuple[str, ...], Any] = {}


def _rounds(mistake: Mistake, question: Question, calls: int) -> Iterator[list[Outcome]]:
    for r in range(ROUNDS):
        rng = np.random.default_rng([question.seed, r])
        yield [ask_subject(mistake.function, question, rng=rng) for _ in range(calls)]


def _same_laws(examination: Examination, mistake: Mistake, asked: list[Question]) -> bool:
    """Tell whether a subject breaks a law somewhere exactly where the mistake does; by chance it may in some rounds."""
    laws = examination.primitive.laws
    key = ("laws", mistake.digest, mistake.name, *(question.digest for question in asked))
    if key not in _scatter:
        columns = [[outcomes[0] for outcomes in _rounds(mistake, question, 1)] for question in asked]
        _scatter[key] = [{examination.breaks(law, asked, row) for row in zip(*columns, strict=True)} for law in laws]
    ours = [examination.outcome(question) for question in asked]
    return all(examination.breaks(law, asked, ours) in seen for law, seen in zip(laws, _scatter[key], strict=True))


def _same_statistic(examination: Examination, mistake: Mistake, statistic: Statistic) -> bool:
    question, first, again = examination.samples(statistic, examination.convention)
    key = ("statistic", mistake.digest, mistake.name, question.digest)
    if key not in _scatter:
        pairs = list(_rounds(mistake, question, 2))
        sound = all(o.status == "answered" and structure(question, o) is None for pair in pairs for o in pair)
        found = [examination.findings(statistic, question, *pair) for pair in pairs] if sound else []
        _scatter[key] = np.array([[finding.estimate for finding in findings] for findings in found])
    theirs = _scatter[key]
    if any(outcome.status != "answered" or structure(question, outcome) is not None for outcome in (first, again)):
        return not theirs.size
    mine = examination.findings(statistic, question, first, again)
    return bool(theirs.size) and all(_among(finding, theirs[:, i]) for i, finding in enumerate(mine))


def _among(finding: chance.Finding, theirs: NDArray[Any]) -> bool:
    """Tell whether an estimate lies among a mistake's own, which scatter by its law, not by the right one's."""
    if not np.isfinite([finding.estimate, *theirs]).all():
        return bool(np.isfinite(finding.estimate) == np.isfinite(theirs).all())
    return bool(abs(finding.estimate - theirs.mean()) <= 2 * finding.allowed + 4 * np.ptp(theirs))


def _bytes(outcome: Outcome) -> list[Any]:
    return [None if a.values is None else a.values.tobytes() for answers in outcome.answers for a in answers]


def _case_id(verdict: Verdict) -> str:
    return f"{verdict.case}/{verdict.dtype}" if verdict.dtype else str(verdict.case)
