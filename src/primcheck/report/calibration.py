"""The calibration of the statistics as a page: false alarms, measured rates, and what is found how surely. Markdown."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from tabulate import tabulate

from primcheck import __version__
from primcheck.calibration.binomial import DOUBT, lower, upper
from primcheck.calibration.false_alarms import LEVELS, FalseAlarms, Judged, right_subjects, stated, together
from primcheck.calibration.power import Power
from primcheck.calibration.settings import Setting, one_a_law, settings_of
from primcheck.calibration.wrong_laws import CORRELATIONS, WRONG_LAWS
from primcheck.chance import FALSE_ALARM, Finding
from primcheck.report.markdown import long_table
from primcheck.spec import Behaviour, Bernoulli, Distribution, Normal, Statistic, TruncatedNormal, Uniform
from primcheck.store import TruthStore
from primcheck.suite import Suite

FAMILIES: dict[type[Distribution], str] = {
    Normal: "normal",
    TruncatedNormal: "truncated normal",
    Uniform: "uniform",
    Bernoulli: "true or false",
}


@dataclass(frozen=True)
class Calibration:
    """Everything that was measured."""

    alarms: FalseAlarms
    judged: dict[str, Judged]
    found: list[Power]
    faintest: list[tuple[Setting, str, float | None, list[Power]]]


def statistics_page(suite: Suite, calibration: Calibration) -> str:
    """Return the page."""
    return "\n\n".join(_parts(suite, calibration)) + "\n"


def _parts(suite: Suite, calibration: Calibration) -> Iterator[str]:
    alarms = calibration.alarms
    yield "# What the statistics promise, and what was measured"
    yield _summary(suite, calibration)
    yield "Made by `python -m primcheck.calibration`. Bounds are exact (Clopper and Pearson 1934) and of 99.9 % confidence."
    yield "## Right code"
    yield (
        "Each pair of samples is drawn by the reference, the vectorized or the compiled code, at a seed of its own, and put to"
        " every test of its statistic, as the judge does it."
    )
    rows = [(f"`{n}`", str(c), str(alarms.tests[n]), str(_failed(alarms, n))) for n, c in alarms.samples.items()]
    total = str(alarms.samples.total()), str(alarms.tests.total()), str(len(alarms.failed))
    yield _table(("primitive", "pairs of samples", "tests", "failed"), [*rows, ("all", *total)])
    yield "Whole examinations, exact relations and repeated calls with the statistics, at a seed each:"
    rows = [(n, str(j.examinations), str(j.verdicts), str(len(j.failed))) for n, j in calibration.judged.items()]
    yield _table(("technique", "examinations of one primitive", "verdicts", "failed"), rows)
    yield "## The stated rate, where it can be measured"
    yield (
        "No experiment shows a rate of 1e-12. But each test computes what it allows from the rate that it is given, so the same"
        " samples were tested at 5 % and at 1 % as well. A rate that is observed far below the stated one is a bound that gives"
        " something away; the bound for distribution functions gives nothing away, and neither does the one for the ends of an"
        " interval. *At most* bounds the rate of all primitives, *highest* is what was observed of one of them: of so many rates"
        " one is high by chance, and whether it is too high is judged with all of them in view (Bonferroni). That no value lies"
        " outside the interval states no rate at all. Tests of one kind in one sample lean on one another a little; the"
        " bounds treat them as if they did not."
    )
    yield _table(_rate_headers(), _rates(alarms))
    yield (
        "Figures that a whole sample must come to state no rate, for there is no bound; how many of their own standard deviations"
        " lie between their mean and the nearer limit says how far chance is from it:"
    )
    yield long_table(("figure", "samples", "mean ± deviation", "allowed", "deviations to the limit"), _figures(alarms))
    yield "## Wrong laws"
    yield (
        "Right code is made wrong in one way that has a name, and examined like any subject, in float64, until the first thing is"
        " found against it. How often it was rejected, by the type of law that the draws follow (the lowest of all primitives):"
    )
    yield _table(("wrong law", *FAMILIES.values()), _matrix(calibration.found))
    yield from _missed(calibration.found)
    yield "## Correlated neighbours"
    yield (
        "Neighbours along an axis correlated by "
        + ", ".join(map(str, CORRELATIONS))
        + ", the law of each value left as it is:"
        " the smallest of these that was found at every seed."
    )
    yield _table(("primitive", "along the first axis", "along the last axis"), _correlations(calibration))
    yield "## Each primitive and each wrong law"
    yield (
        "*Found by* names what was found first: a relation, or all tests of the first sample with a failure, each with its share"
        " of the seeds."
    )
    yield long_table(
        ("primitive", "law", "wrong law", "rejected", "at least", "found by"), map(_power, calibration.found)
    )
    yield "## What each sample is promised to find"
    yield (
        "The smallest deviations that are found with probability above 0.999, by the bounds alone: of mean and standard deviation"
        " in per cent of the standard deviation, of the ends in per cent of the interval, of shares as they are. What one sample"
        " is too small for, another sample of the primitive may find."
    )
    yield promises(suite)
    yield f"_primcheck {__version__}; python {platform.python_version()}, numpy {np.__version__}._"


def _summary(suite: Suite, calibration: Calibration) -> str:
    alarms, judged = calibration.alarms, list(calibration.judged.values())
    failures = len(alarms.failed) + sum(len(j.failed) for j in judged)
    samples, tests, run = alarms.samples.total(), alarms.tests.total(), stated_tests(suite)
    text = (
        f"**Right code** was judged with {samples} pairs of samples in {tests} tests, and in"
        f" {sum(j.examinations for j in judged)} whole examinations with {sum(j.verdicts for j in judged)} verdicts: "
        f"{failures or 'none'} failed. Fewer than one such pair in {1 / upper(len(alarms.failed), samples):.0f} is wrongly"
        f" accused. What the tests state is far less, {FALSE_ALARM:g} each and so {run * FALSE_ALARM:.1g} for the {run} tests of"
        " a run, and follows from bounds that are theorems."
    )
    bold = _too_bold(alarms)
    text += (
        f" At raised levels, where alarms can be counted, there are more than stated of: {', '.join(bold)}."
        if bold
        else " At raised levels, where alarms can be counted, no kind of test raises more than it states, of any primitive."
    )
    found, missed = calibration.found, [power for power in calibration.found if power.found < power.seeds]
    sure = next((p for p in found if p.found == p.seeds), found[0])
    text += (
        f"\n\n**Wrong code**: {len({p.wrong.name for p in found})} named wrong laws were given to every random primitive for"
        f" whose law they make sense, {len(found)} wrong subjects at {sure.seeds} seeds each. {len(found) - len(missed)} of them"
        f" are rejected at every seed: each is found with a probability above {sure.at_least:.1%}, of 99.9 % confidence; that"
        " it is above 99.9 % follows from the bounds wherever the deviation is one that the last table promises to find."
    )
    return text + (f" {len(missed)} are not, and are listed." if missed else "")


def _too_bold(alarms: FalseAlarms) -> list[str]:
    """Return the tests, of one primitive or of all, that raise more alarms than they state.

    One of some hundred rates is always the highest; so each of them has only its share of the doubt (Bonferroni).
    """
    rates = [(f"{k} (`{n}`)", r, stated(k, level)) for n, rs in alarms.raised.items() for (k, level), r in rs.items()]
    rates += [(kind, rate, stated(kind, level)) for (kind, level), rate in together(alarms.raised.values()).items()]
    return sorted({what for what, r, says in rates if lower(r.alarms, r.tests, DOUBT / len(rates)) > says})


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return tabulate(list(rows), headers=headers, tablefmt="github", disable_numparse=True)


def _failed(alarms: FalseAlarms, name: str) -> int:
    return sum(failure.startswith(f"`{name}`") for failure in alarms.failed)


def _rate_headers() -> list[str]:
    columns = (text for level in LEVELS for text in (f"at {level:.0%}", "at most", "highest"))
    return ["test", "tests", *columns]


def _rates(alarms: FalseAlarms) -> Iterator[list[str]]:
    """Yield, by kind of test, the rate of all primitives, its upper bound, and the highest rate that one primitive has."""
    total = together(alarms.raised.values())
    for kind in dict.fromkeys(kind for kind, _ in total):
        row = [kind, str(total[kind, LEVELS[0]].tests)]
        for level in LEVELS:
            highest = max(rates[kind, level].share for rates in alarms.raised.values() if (kind, level) in rates)
            rate = total[kind, level]
            row += [f"{rate.share:.2%}", f"{rate.upper:.2%}", f"{highest:.2%}"]
        yield row


def _figures(alarms: FalseAlarms) -> Iterator[list[str]]:
    for name, findings in alarms.figures.items():
        estimates = np.array([finding.estimate for finding in findings])
        away = findings[0].allowed - abs(estimates.mean() - findings[0].expected)
        middle, limit = f"{estimates.mean():.4g} ± {estimates.std():.2g}", findings[0]
        allowed = f"{limit.expected:.4g} ± {limit.allowed:.2g}"
        yield [name, str(len(findings)), middle, allowed, f"{away / estimates.std():.1f}"]


def _matrix(found: list[Power]) -> Iterator[list[str]]:
    for wrong in WRONG_LAWS:
        row = [wrong.name]
        for family in FAMILIES:
            shares = [power.share for power in found if power.wrong is wrong and power.setting.kind is family]
            row.append(f"{min(shares):.0%}" if shares else "")
        yield row


def _missed(found: list[Power]) -> Iterator[str]:
    missed = [power for power in found if power.found < power.seeds]
    if missed:
        yield "Not rejected at every seed; what the samples promise to find is in the last table:"
        yield "\n".join(f"- {p.setting.label}: {p.wrong.name}, {p.share:.0%} of the seeds." for p in missed)


def _correlations(calibration: Calibration) -> Iterator[list[str]]:
    rows: dict[str, list[str]] = {}
    for setting, _, correlation, _ in calibration.faintest:
        rows.setdefault(setting.label, [setting.label]).append(
            "none of them" if correlation is None else str(correlation)
        )
    yield from rows.values()


def _power(power: Power) -> list[str]:
    by = "; ".join(name if n == power.seeds else f"{name} {n / power.seeds:.0%}" for name, n in power.by.most_common())
    family = FAMILIES[power.setting.kind]
    rejected = f"{power.found} of {power.seeds}"
    return [power.setting.label, family, power.wrong.name, rejected, f"{power.at_least:.1%}", by]


PROMISES = ("mean", "standard deviation", "distribution", "ends", "share of True", "neighbours", "next call")


def promises(suite: Suite) -> str:
    """Return the smallest deviations that each statistic states to find: a function of the laws and the sample sizes."""
    rows = [
        [setting.label, statistic.name, FAMILIES[type(law)], str(size), *_promises(findings, law)]
        for setting in one_a_law(suite)
        for statistic, law, size, findings in _tested(suite, setting)
    ]
    return long_table(("primitive", "sample", "law", "values", *PROMISES), rows)


def stated_tests(suite: Suite) -> int:
    """Return how many tests with a stated rate one implementation is put to that has every random primitive."""
    defaults = [setting for setting in settings_of(suite) if not setting.changed]
    return sum(len(findings) for setting in defaults for *_, findings in _tested(suite, setting))


def _tested(suite: Suite, setting: Setting) -> Iterator[tuple[Statistic, Distribution, int, list[Finding]]]:
    """Yield each statistic of single values with its law, the size of its sample and its tests of the reference."""
    examination = setting.examination(right_subjects(suite)["reference"], TruthStore(suite), 0)
    for statistic in setting.statistics:
        law = setting.law(statistic)
        if not isinstance(law, Behaviour):
            question, first, again = examination.samples(statistic, setting.convention)
            size = len(question.steps) * int(np.prod(first.answers[0][_position(setting, statistic)].shape or ()))
            yield statistic, law, size, examination.findings(statistic, question, first, again)


def _position(setting: Setting, statistic: Statistic) -> int:
    return [output.name for output in setting.primitive.outputs].index(statistic.of)


def _promises(findings: list[Finding], law: Distribution) -> list[str]:
    """Return one cell for each of `PROMISES`; of neighbours the axis with the fewest pairs counts."""
    said = dict.fromkeys(PROMISES, "")
    for finding in findings:
        if finding.name in ("mean", "standard deviation") and not isinstance(law, (Bernoulli, Behaviour)):
            said[finding.name] = f"{finding.finds / law.std:.2%}"
        elif finding.name.startswith("distance") and isinstance(law, (Uniform, TruncatedNormal)):
            said["ends"] = f"{finding.finds / (law.support[1] - law.support[0]):.3%}"
        elif finding.name.startswith("agreement of elements"):
            said["neighbours"] = max(said["neighbours"], f"{finding.finds:.4f}")
        else:
            starts = {"largest gap": "distribution", "share of True": "share of True", "agreement with": "next call"}
            for start, name in starts.items():
                if finding.name.startswith(start):
                    said[name] = f"{finding.finds:.4f}"
    return list(said.values())
