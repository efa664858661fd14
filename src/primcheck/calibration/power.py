"""Power: how surely a subject that follows a named wrong law is rejected, judged as every subject is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from primcheck.calibration.binomial import lower
from primcheck.calibration.false_alarms import kind_of
from primcheck.calibration.settings import Setting, one_a_law
from primcheck.calibration.wrong_laws import ANY, CORRELATIONS, WRONG_LAWS, Right, WrongLaw, bent, neighbours
from primcheck.examination import Examination
from primcheck.store import TruthStore
from primcheck.suite import Suite
from primcheck.verdict import Verdict

AXES = {"first": 0, "last": -1}
"""The axes along which neighbours are correlated."""


@dataclass(frozen=True)
class Power:
    """How many of so many seeds a wrong law was rejected at, and how often each relation or kind of test failed."""

    setting: Setting
    wrong: WrongLaw
    seeds: int
    found: int
    by: Counter[str]

    @property
    def share(self) -> float:
        """The share of the seeds at which it was rejected."""
        return self.found / self.seeds

    @property
    def at_least(self) -> float:
        """The probability of being found above which the true one lies with 99.9 % confidence."""
        return lower(self.found, self.seeds)


def judge_wrong(suite: Suite, store: TruthStore, setting: Setting, wrong: WrongLaw, seeds: int) -> Power:
    """Examine a wrong subject at every seed until something is found against it, as `--fail-fast` does."""
    right = Right(setting, suite.reference(setting.primitive))
    found, by = 0, Counter[str]()
    for seed in range(seeds):
        against = _against(setting, setting.examination(wrong.subject(right), store, seed))
        found += bool(against)
        by.update(against)
    return Power(setting, wrong, seeds, found, by)


def _against(setting: Setting, examination: Examination) -> list[str]:
    """Return the first thing found, with all tests of its sample that failed where it is a statistic."""
    found: dict[str, None] = {}
    sample = None
    for verdict in examination.verdicts(fail_fast=True):
        if sample is not None and not str(verdict.case).startswith(sample):
            break
        if verdict.bad:
            sample = _sample(verdict, setting)
            found[_what(verdict, sample)] = None
            if sample is None:
                break
    return list(found)


def powers(suite: Suite, seeds: int) -> Iterator[Power]:
    """Judge every wrong law that makes sense for a random primitive, once for each type of law that it can follow."""
    store = TruthStore(suite)
    for setting in one_a_law(suite):
        for wrong in WRONG_LAWS:
            if setting.kind in wrong.of:
                yield judge_wrong(suite, store, setting, wrong, seeds)


def correlated(correlation: float, axis: str) -> WrongLaw:
    """Return the wrong law that neighbours along an axis are correlated."""
    name = f"neighbours along the {axis} axis correlated by {correlation}"
    return WrongLaw(name, ANY, bent(neighbours(correlation, AXES[axis])))


def faintest_correlations(suite: Suite, seeds: int) -> Iterator[tuple[Setting, str, float | None, list[Power]]]:
    """Yield the smallest correlation that is found at every seed, axis by axis, and what was tried up to it."""
    store = TruthStore(suite)
    for setting in one_a_law(suite):
        for axis in AXES:
            tried: list[Power] = []
            for correlation in CORRELATIONS:
                tried.append(judge_wrong(suite, store, setting, correlated(correlation, axis), seeds))
                if tried[-1].found == seeds:
                    break
            yield setting, axis, correlation if tried[-1].found == seeds else None, tried


def _sample(verdict: Verdict, setting: Setting) -> str | None:
    """Return how the verdicts on one sample begin; None where it is no test of a sample."""
    starts = [f"{statistic.name}: " for statistic in setting.statistics]
    return next((start for start in starts if str(verdict.case).startswith(start)), None)


def _what(verdict: Verdict, sample: str | None) -> str:
    """Return what found a deviation: the kind of test, the relation, or the repetition of a call."""
    if sample is not None:
        return kind_of(str(verdict.case).removeprefix(sample))
    if verdict.kind == "law":
        return f"the relation “{verdict.case}”"
    return "the call repeated" if "second call" in verdict.message else f"case “{verdict.case}”"
