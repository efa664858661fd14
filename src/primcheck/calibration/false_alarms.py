"""False alarms: right code judged with many seeds, at the level of the judge and at levels that can be measured."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck import chance
from primcheck.calibration.binomial import lower, upper
from primcheck.calibration.settings import Setting, settings_of
from primcheck.faults import CannotJudge
from primcheck.floor import stack
from primcheck.question import by_name
from primcheck.spec import Behaviour, Statistic
from primcheck.store import TruthStore
from primcheck.subject import Subject, load
from primcheck.suite import Suite

LEVELS = (0.05, 0.01)
"""The raised levels: alarms there are frequent enough to be counted."""

TECHNIQUES = ("vectorized", "jit", "plain")
"""The built-in techniques that are right code, besides the reference."""

Tester = Callable[[NDArray[Any], NDArray[Any], Any, float], list[chance.Finding]]


@dataclass
class Rate:
    """One kind of test at one raised level: how many were made, and how many raised an alarm."""

    tests: int = 0
    alarms: int = 0

    @property
    def share(self) -> float:
        """The observed rate of alarms."""
        return self.alarms / self.tests

    @property
    def lower(self) -> float:
        """The rate above which the true one lies with 99.9 % confidence."""
        return lower(self.alarms, self.tests)

    @property
    def upper(self) -> float:
        """The rate below which the true one lies with 99.9 % confidence."""
        return upper(self.alarms, self.tests)


Rates = dict[tuple[str, float], Rate]
"""The rate of alarms of each kind of test at each raised level."""


@dataclass
class FalseAlarms:
    """What became of right code: pairs of samples, tests, and every test that failed, at the level of the judge.

    `raised` has the rates at the raised levels by primitive, for a test that is too bold about one of them could hide behind
    the others; `figures` what whole samples came to.
    """

    samples: Counter[str] = field(default_factory=Counter)
    tests: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    raised: dict[str, Rates] = field(default_factory=dict)
    figures: dict[str, list[chance.Finding]] = field(default_factory=dict)


@dataclass
class Judged:
    """Whole examinations of right code by one technique: every case, relation and statistic of every random primitive."""

    examinations: int = 0
    verdicts: int = 0
    failed: list[str] = field(default_factory=list)


def kind_of(name: str) -> str:
    """Return what kind of test has a name, wherever in the sample it was made."""
    return re.sub(r"elements \d+ apart along axis \d+", "elements of a sample", name)


@cache
def right_subjects(suite: Suite) -> dict[str, Subject]:
    """Return the reference and the built-in techniques that can be loaded here."""
    random = [primitive for primitive in suite.primitives.values() if primitive.random]
    subjects = {"reference": Subject("reference", {p.name: suite.reference(p) for p in random})}
    for name in TECHNIQUES:
        try:
            subjects[name] = load(name, suite)
        except CannotJudge:
            continue
    return subjects


def count_alarms(suite: Suite, seeds: int) -> Iterator[tuple[str, FalseAlarms]]:
    """Judge the statistics of right code; yield the primitive and what is known so far.

    Every statistic gets at least so many seeds, shared among the conventions and, in turn, the reference and the quick
    techniques. No seed is used twice for a primitive: samples of two conventions would be made of the same draws.
    """
    known, store, settings = FalseAlarms(), TruthStore(suite), list(settings_of(suite))
    quick = [subject for name, subject in right_subjects(suite).items() if name != "plain"]
    for name in dict.fromkeys(setting.primitive.name for setting in settings):
        mine = [setting for setting in settings if setting.primitive.name == name]
        offered = [subject for subject in quick if name in subject.functions]
        share = -(-seeds // len(mine))
        for number, setting in enumerate(mine):
            for seed in range(number * share, (number + 1) * share):
                for statistic in setting.statistics:
                    count_pair(known, setting, statistic, offered[seed % len(offered)], store, seed)
        yield name, known


def count_pair(
    known: FalseAlarms, setting: Setting, statistic: Statistic, subject: Subject, store: TruthStore, seed: int
) -> None:
    """Judge one pair of samples as the judge does, and again at the raised levels."""
    name, examination = setting.primitive.name, setting.examination(subject, store, seed)
    question, first, again = examination.samples(statistic, setting.convention)
    found = examination.findings(statistic, question, first, again)
    known.samples[name] += 1
    known.tests[name] += len(found)
    known.failed += [
        f"{setting.label}, {statistic.name}, seed {seed}: {finding.message}" for finding in found if alarms(finding)
    ]
    law = by_name(statistic.law, {**question.names, **question.steps[0]})
    if isinstance(law, Behaviour):
        known.figures.setdefault(f"`{name}`: {statistic.name}", []).extend(found)
        return
    position = [output.name for output in setting.primitive.outputs].index(statistic.of)
    samples = [
        stack(tuple(np.asarray(answers[position].values) for answers in outcome.answers)) for outcome in (first, again)
    ]
    raise_levels(known.raised.setdefault(setting.primitive.name, {}), samples[0], samples[1], law)


def raise_levels(
    raised: Rates,
    sample: NDArray[Any],
    again: NDArray[Any],
    law: Any,
    test: Tester = chance.examine,
) -> None:
    """Test a pair of samples at the raised levels, and count."""
    for level in LEVELS:
        for finding in test(sample, again, law, level):
            rate = raised.setdefault((kind_of(finding.name), level), Rate())
            rate.tests += 1
            rate.alarms += alarms(finding)


def alarms(finding: chance.Finding) -> bool:
    """Tell whether a test fails; not a number does."""
    return not finding.deviation <= finding.allowed


def stated(kind: str, level: float) -> float:
    """Return the rate of alarms that a kind of test states at a level: none where nothing may lie outside an interval."""
    return 0.0 if kind.startswith("share of values outside") else level


def too_often(raised: Rates) -> set[str]:
    """Return the kinds of tests that raise alarms more often than they state, with 99.9 % confidence each."""
    return {kind for (kind, level), rate in raised.items() if rate.lower > stated(kind, level)}


def together(raised: Iterable[Rates]) -> Rates:
    """Return the rates of all primitives as one."""
    total: Rates = {}
    for key, rate in (entry for rates in raised for entry in rates.items()):
        sum_ = total.setdefault(key, Rate())
        sum_.tests += rate.tests
        sum_.alarms += rate.alarms
    return total


def judge_whole(suite: Suite, seeds: dict[str, int]) -> Iterator[tuple[str, Judged]]:
    """Examine right code as a run does, by so many seeds a technique; yield the technique and its counts."""
    store, subjects = TruthStore(suite), right_subjects(suite)
    defaults = [setting for setting in settings_of(suite) if not setting.changed]
    for name, count in seeds.items():
        counted = Judged()
        for setting in [s for s in defaults if name in subjects and s.primitive.name in subjects[name].functions]:
            for seed in range(count):
                counted.examinations += 1
                for verdict in setting.examination(subjects[name], store, seed).verdicts():
                    counted.verdicts += verdict.kind != "reject"
                    if verdict.bad:
                        counted.failed.append(f"{setting.label}, {verdict.case}, seed {seed}: {verdict.message}")
        yield name, counted
