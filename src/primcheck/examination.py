"""An examination: one primitive of one subject, asked every case and judged, under one choice of conventions."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from primcheck import chance
from primcheck.call import Outcome, accepted, ask_subject
from primcheck.floor import LIMIT, Outputs, stack
from primcheck.guard import Guard
from primcheck.judge import Judgement, judge, structure
from primcheck.lawfulness import law_ratio, sees
from primcheck.manner import manner_of
from primcheck.pace import too_early, turn
from primcheck.question import Question, ask, by_name, questions
from primcheck.refusals import bad_questions
from primcheck.spec import Case, Law, Primitive, Statistic
from primcheck.storage import Storage
from primcheck.store import NotInPack, TruthStore, holds
from primcheck.stored import stored
from primcheck.subject import Subject
from primcheck.texts import callable_name
from primcheck.verdict import Kind, Verdict

DTYPES = ("float32", "float64")


@dataclass
class Examination:
    """Asks and judges; outcomes are kept, so that the same call is never made twice for another convention."""

    subject: Subject
    primitive: Primitive
    store: TruthStore
    dtypes: tuple[str, ...] = DTYPES
    seed: int = 0
    guard: Guard = field(default_factory=Guard)
    asked: Mapping[str, str] = field(default_factory=dict)
    ways: Mapping[str, str] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Settle which conventions the subject is judged under: those asked for, those it declares, the defaults."""
        self.function = self.subject.functions[self.primitive.name]
        self.manner = manner_of(self.function)
        if self.manner.style:
            # Many courses make float64 of everything; their code is judged in what it works in.
            self.dtypes = ("float64",)
            self.primitive = rounded(self.primitive)
        self.declines = self.subject.declines(self.primitive)
        declared = self.subject.declared(self.primitive)
        self.convention = {**self.primitive.default_convention, **declared, **self.asked}
        self.keywords = {**accepted(self.function, self.asked), **self.ways}
        self._outcomes: dict[str, Outcome] = {}

    def verdicts(self, convention: Mapping[str, str] | None = None, *, fail_fast: bool = False) -> Iterator[Verdict]:
        """Yield a verdict for every case, law, storage and statistic, and for every reject."""
        convention = convention or self.convention
        asked = questions(self.primitive, self.dtypes, convention, self.seed)
        judged: list[tuple[Question, Outcome, Judgement]] = []
        truths: dict[int, Any] = {}
        refused = {q.digest: too_early(q, asked, self.outcome) for q in asked if q.case.after}
        for question in asked:
            refusal = refused.get(question.digest)
            if refusal is not None:
                yield self.verdict(question, "value", refusal)
        asked = [q for q in asked if refused.get(q.digest) is None]
        if not fail_fast:
            # All truths first, all calls next: the time a subject gets starts when it is called.
            self.guard.resting()
            for i, question in enumerate(asked):
                truths[i] = self.truth(question)
            outcomes = [self.outcome(q) for q in asked]
            repeats = [self.outcome(q, turn(q)) for q in reversed(asked)][::-1]
        for i, question in enumerate(asked):
            truth = truths[i] if i in truths else self.truth(question)
            if isinstance(truth, Judgement):
                yield self.verdict(question, "value", truth)
                continue
            outcome = self.outcome(question) if fail_fast else outcomes[i]
            repeat = self.outcome(question, turn(question)) if fail_fast else repeats[i]
            judgement, notes = self._twice(question, outcome, repeat, truth)
            judged.append((question, outcome, judgement))
            yield self.verdict(question, "value", judgement, outcome, notes)
        yield from self._laws(judged)
        yield from stored(self, [q for q, _, _ in judged])
        yield from self._statistics(convention)
        if not fail_fast and not self.manner.style:
            # What a course's code does with bad input was no part of the course.
            yield from self._rejects(convention)

    def outcome(
        self,
        question: Question,
        turn: str = "",
        storage: Storage | None = None,
        keywords: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Ask the subject, or recall what it answered to the same arguments in the same turn."""
        key = f"{question.arguments_digest}/{turn}/{sorted((keywords or {}).items())}"
        asked = {**self.keywords, **(keywords or {})}
        if key not in self._outcomes:
            name = "/".join(filter(None, (question.case.name, question.dtype or "", turn)))
            self._outcomes[key] = self.guard.call(
                name, lambda: ask_subject(self.function, question, asked, self.declines, storage)
            )
        return self._outcomes[key]

    def truth(self, question: Question) -> Any:
        """Return the truth about a question; nothing where it is not compared, a judgement where it is not to be had."""
        if self.primitive.random or not question.case.compared:
            return None
        try:
            return self.store.truth(question)
        except NotInPack as error:
            return Judgement("not_run", str(error))

    def _twice(self, question: Question, first: Outcome, again: Outcome, truth: Any) -> tuple[Judgement, list[str]]:
        """Judge the first answer, and the second one to the same question asked after all the others."""
        judgement = judge(question, first, truth)
        if judgement.status != "pass":
            return judgement, []
        second = judge(question, again, truth)
        same = second.status == "pass" and _same_bits(first, again)
        if second.status == "pass" and (same or not self.primitive.random):
            return judgement, [] if same else ["a second call differs in its last bits"]
        if self.primitive.random and second.status == "pass":
            message = "the same state of the generator gives other values in a second call; draw from `rng` alone"
            return Judgement("fail", message), []
        message = f"right at first, wrong when called again with the same inputs: {second.message}"
        return Judgement(
            second.status, message, second.ratio, second.output, second.index, second.expected, second.got
        ), []

    def _laws(self, judged: list[tuple[Question, Outcome, Judgement]]) -> Iterator[Verdict]:
        for law in self.primitive.laws:
            for dtype in dict.fromkeys(question.dtype for question, _, _ in judged):
                held = [e for e in judged if e[0].dtype == dtype and holds(law, e[0]) and sees(law, e[0], e[1].unseen)]
                if held:
                    yield self._law(law, held)

    def _law(self, law: Law, held: list[tuple[Question, Outcome, Judgement]]) -> Verdict:
        worst: tuple[Question, Judgement] | None = None
        for question, outcome, _ in held:
            if outcome.status == "declined":
                continue
            if outcome.status != "answered" or structure(question, outcome) is not None:
                judgement = judge(question, outcome, None)
            else:
                judgement = self._lawful(law, question, outcome)
            if worst is None or (judgement.status != "pass", judgement.ratio or 0) > (
                worst[1].status != "pass",
                worst[1].ratio or 0,
            ):
                worst = question, judgement
        if worst is None:
            return self.verdict(
                held[0][0], "law", Judgement("declined", held[0][1].message), name=law.name, hunts=law.hunts
            )
        return self.verdict(worst[0], "law", worst[1], name=law.name, hunts=law.hunts)

    def _lawful(self, law: Law, question: Question, outcome: Outcome) -> Judgement:
        outputs: Outputs = tuple(np.asarray(answer.values) for answer in outcome.answers[0])
        free = any(-1 in question.output_shape(output) for output in self.primitive.outputs)
        if free and question.case.compared:
            # A law is a function of results of the right length.
            judgement = judge(question, outcome, self.store.truth(question))
            if judgement.status != "pass":
                return judgement
        floor = None if self.primitive.random or law.exact else self.store.truth(question).laws[law.name]
        ratio, values = law_ratio(law, question, outputs, floor)
        if not ratio.size:
            return Judgement("pass", ratio=0.0)
        worst = tuple(int(i) for i in np.unravel_index(int(np.argmax(ratio)), ratio.shape))
        if ratio[worst] <= LIMIT:
            return Judgement("pass", ratio=float(ratio[worst]))
        got = float(values[worst])
        text = (
            f"in case “{question.case.name}” the residual is {got:.6g}, it should be 0 "
            f"(off by {ratio[worst]:.3g} times what rounding explains)"
        )
        return Judgement("fail", text, float(ratio[worst]), None, worst, 0.0, got)

    def _rejects(self, convention: Mapping[str, str]) -> Iterator[Verdict]:
        for question, keywords in bad_questions(self.primitive, convention, self.function, self.seed):
            outcome = self.outcome(question, "reject", keywords=keywords)
            if outcome.status == "raised":
                judgement = Judgement("pass", outcome.message)
            elif outcome.status == "answered":
                judgement = Judgement("fail", f"accepted without an exception: {question.case.hunts}")
            else:
                judgement = Judgement(outcome.status, outcome.message)  # type: ignore[arg-type]  # see judge()
            yield self.verdict(question, "reject", judgement, outcome)

    def _statistics(self, convention: Mapping[str, str]) -> Iterator[Verdict]:
        for statistic in self.primitive.statistics:
            if all(convention[name] == value for name, value in statistic.when.items()):
                yield from self._statistic(statistic, convention)

    def _statistic(self, statistic: Statistic, convention: Mapping[str, str]) -> Iterator[Verdict]:
        question, first, again = self.samples(statistic, convention)
        if [output.name for output in self.primitive.outputs].index(statistic.of) in first.unseen:
            return
        wrong = judge(question, first, None)
        wrong = wrong if wrong.status != "pass" else judge(question, again, None)
        if wrong.status != "pass":
            yield self.verdict(question, "statistic", wrong, first, name=statistic.name, hunts=statistic.hunts)
            return
        for finding in self.findings(statistic, question, first, again):
            fine = finding.deviation <= finding.allowed
            judgement = Judgement(
                "pass" if fine else "fail",
                finding.message,
                None,
                statistic.of,
                None,
                finding.expected,
                finding.estimate,
            )
            name = f"{statistic.name}: {finding.name}"
            yield self.verdict(question, "statistic", judgement, first, name=name, hunts=statistic.hunts)

    def samples(self, statistic: Statistic, convention: Mapping[str, str]) -> tuple[Question, Outcome, Outcome]:
        """Return a statistic's question and two samples, drawn one after the other from one generator."""
        case = Case(statistic.name, hunts=statistic.hunts, **statistic.values)
        question = ask(self.primitive, case, "float64" if self.primitive.floating else None, convention, self.seed)
        key = f"{question.arguments_digest}/sample"
        if f"{key} 1" not in self._outcomes:
            rng = question.rng()
            for turn in (1, 2):
                self._outcomes[f"{key} {turn}"] = self.guard.call(
                    f"{statistic.name}/sample {turn}",
                    lambda: ask_subject(self.function, question, self.keywords, self.declines, rng=rng),
                )
        return question, self._outcomes[f"{key} 1"], self._outcomes[f"{key} 2"]

    def breaks(self, law: Law, asked: Sequence[Question], outcomes: Sequence[Outcome]) -> bool:
        """Tell whether any of some outcomes, one a question, breaks a law that holds for the question."""
        return any(
            self._lawful(law, question, outcome).status != "pass"
            for question, outcome in zip(asked, outcomes, strict=True)
            if holds(law, question)
            and outcome.status == "answered"
            and structure(question, outcome) is None
            and sees(law, question, outcome.unseen)
        )

    def findings(
        self, statistic: Statistic, question: Question, first: Outcome, again: Outcome
    ) -> list[chance.Finding]:
        """Return the tests of a statistic on two samples whose structure is right."""
        position = [output.name for output in self.primitive.outputs].index(statistic.of)
        samples = [
            stack(tuple(np.asarray(answers[position].values) for answers in outcome.answers))
            for outcome in (first, again)
        ]
        law = by_name(statistic.law, {**question.names, **question.steps[0]})
        return chance.examine(samples[0], samples[1], law)

    def verdict(
        self,
        question: Question,
        kind: Kind,
        judgement: Judgement,
        outcome: Outcome | None = None,
        notes: list[str] | None = None,
        name: str | None = None,
        hunts: str | None = None,
    ) -> Verdict:
        """Return what is said of one question."""
        return Verdict(
            implementation=self.subject.name,
            callable=callable_name(self.function),
            primitive=self.primitive.name,
            case=name or question.case.name,
            hunts=hunts or question.case.hunts,
            kind=kind,
            dtype=question.dtype,
            convention={
                **{n: v for n, v in question.convention.items() if n in self.primitive.default_convention},
                **self.settled,
            },
            status=judgement.status,
            ratio=judgement.ratio,
            output=judgement.output,
            index=judgement.index,
            expected=judgement.expected,
            got=judgement.got,
            message=judgement.message,
            notes=(*(outcome.notes if outcome else ()), *(notes or ())),
            seconds=round(outcome.seconds, 6) if outcome else 0.0,
        )


def rounded(primitive: Primitive) -> Primitive:
    """Return a primitive as foreign code is asked it: a loss, one number, need not be right to the bit.

    The root of a sum of squares, squared again, is right in its last bit but one, and no mistake of a course's.
    """
    if any(output.exact or output.shape for output in primitive.outputs):
        return primitive
    cases = tuple(copy.copy(case) for case in primitive.cases)
    for case in cases:
        case.exact = False
    return replace(primitive, cases=cases)


def _same_bits(first: Outcome, again: Outcome) -> bool:
    pairs = zip(first.answers, again.answers, strict=True)
    return all(
        np.asarray(a.values).tobytes() == np.asarray(b.values).tobytes()
        for one, other in pairs
        for a, b in zip(one, other, strict=True)
    )
