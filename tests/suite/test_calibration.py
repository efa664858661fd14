"""The statistics keep what they promise: a quick sample of the calibration, and the published page is in step with it."""

import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import primcheck
from primcheck import chance
from primcheck.calibration.__main__ import SEEDS, WHOLE, WRONG, calibrate
from primcheck.calibration.false_alarms import (
    FalseAlarms,
    Rates,
    count_pair,
    judge_whole,
    raise_levels,
    right_subjects,
    too_often,
)
from primcheck.calibration.power import AXES, correlated, judge_wrong
from primcheck.calibration.settings import Setting, one_a_law, settings_of
from primcheck.calibration.wrong_laws import (
    ANY,
    CONTINUOUS,
    WRONG_LAWS,
    WrongLaw,
    bent,
    clipped_normal_instead,
    laplace_instead,
    mixture_instead,
    neighbours,
    piled_up,
    uniform_instead,
)
from primcheck.report.calibration import FAMILIES, promises, stated_tests, statistics_page
from primcheck.spec import Behaviour, Bernoulli, Normal, TruncatedNormal, Uniform
from primcheck.store import TruthStore
from primcheck.suite import Suite

PAGE = Path(primcheck.__file__).parents[2] / "reports/statistics.md"
SUITE = Suite()
STORE = TruthStore(SUITE)
FIRST: dict[type, Setting] = {}
for _setting in one_a_law(SUITE):
    FIRST.setdefault(_setting.kind, _setting)
REFERENCE = right_subjects(SUITE)["reference"]


def uniform_pairs(test: Any, pairs: int = 1000) -> Rates:
    """Test right samples of a uniform law at the raised levels."""
    raised: Rates = {}
    for seed in range(pairs):
        rng = np.random.default_rng(seed)
        raise_levels(raised, rng.uniform(-1, 3, (20, 25)), rng.uniform(-1, 3, (20, 25)), Uniform(-1, 3), test)
    return raised


@pytest.mark.parametrize("family", FAMILIES, ids=FAMILIES.get)
def test_right_code_keeps_the_stated_rates(family: type) -> None:
    """Samples of a real primitive of each law: none fails at the level of the judge, none too often at a raised one."""
    setting, known = FIRST[family], FalseAlarms()
    statistic = next(
        s for s in setting.statistics[1:] + setting.statistics if not isinstance(setting.law(s), Behaviour)
    )
    for seed in range(150):
        count_pair(known, setting, statistic, REFERENCE, STORE, seed)

    assert known.failed == []
    assert too_often(known.raised[setting.primitive.name]) == set()


def test_a_bound_that_is_too_narrow_is_seen() -> None:
    """A test that allows what a rate three times as high would allow exceeds the one it states; a right one does not."""
    assert too_often(uniform_pairs(chance.examine)) == set()

    assert "largest gap between the distribution functions" in too_often(
        uniform_pairs(lambda sample, again, law, level: chance.examine(sample, again, law, 3 * level))
    )


def test_a_bound_that_forgets_the_second_end_is_seen() -> None:
    """An interval has two ends: a test that gives each of them all that is allowed raises twice as many alarms."""
    doubled = uniform_pairs(lambda sample, again, law, level: chance.examine(sample, again, law, 2 * level))

    assert "distance of the extremes from the interval's ends" in too_often(doubled)


@pytest.mark.parametrize(
    ("wrong", "family"),
    [pytest.param(w, family, id=f"{w.name}, {FAMILIES[family]}") for w in WRONG_LAWS for family in w.of],
)
def test_every_wrong_law_is_rejected(wrong: WrongLaw, family: type) -> None:
    """Judged as any subject is; what no sample promises to find may be missed at some seeds."""
    power = judge_wrong(SUITE, STORE, FIRST[family], wrong, 4)

    assert power.found >= (2 if wrong.name.startswith("mean off by 2 %") else 4), power.by
    assert not [what for what in power.by if what.startswith("case")], "it shall be wrong by chance, not broken"


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("family", FAMILIES, ids=FAMILIES.get)
def test_correlated_neighbours_are_rejected(family: type, axis: str) -> None:
    """A correlation of 0.1 along the first or the last axis is found, by the test that is there for it."""
    power = judge_wrong(SUITE, STORE, FIRST[family], correlated(0.1, axis), 3)

    assert power.by["agreement of elements of a sample"] == 3


@pytest.mark.parametrize("family", FAMILIES, ids=FAMILIES.get)
def test_what_is_bent_by_nothing_is_right(family: type) -> None:
    """It is the wrong law that is rejected, not the way in which it is put into the code."""
    nothing = WrongLaw("nothing", ANY, bent(lambda _, values, _law: values))

    assert judge_wrong(SUITE, STORE, FIRST[family], nothing, 5).found == 0


@pytest.mark.parametrize(
    ("bend", "law"),
    [
        (uniform_instead, Normal(1.0, 0.5)),
        (uniform_instead, TruncatedNormal(1.0, 0.5)),
        (laplace_instead, Normal(1.0, 0.5)),
        (mixture_instead, Uniform(-1.0, 3.0)),
        (neighbours(0.5, 0), Normal(1.0, 0.5)),
        (neighbours(0.5, -1), Uniform(-1.0, 3.0)),
    ],
)
def test_the_moments_are_left_as_they_are(bend: Any, law: Any) -> None:
    """What is said to have the right mean and deviation has them, within six deviations of what a sample shows."""
    rng = np.random.default_rng(5)
    right = (
        rng.normal(law.mean, law.std, (1000, 400)) if isinstance(law, Normal) else rng.uniform(-1.0, 3.0, (1000, 400))
    )
    values = bend(rng, right, law)

    # Neighbours that are correlated by ½ count for a third; the fourth moment of none of these is above six.
    slack = 6 * math.sqrt(3 * 6 / values.size)
    assert values.mean() == pytest.approx(law.mean, abs=slack * law.std)
    assert values.std() == pytest.approx(law.std, rel=slack)


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("law", [Normal(1.0, 0.5), Uniform(0.5, 1.5)], ids=["normal", "uniform"])
def test_neighbours_are_correlated_as_much_as_it_says(law: Any, axis: int) -> None:
    """Along the axis that is named, and along no other."""
    rng = np.random.default_rng(6)
    right = rng.normal(1.0, 0.5, (600, 700)) if isinstance(law, Normal) else rng.uniform(0.5, 1.5, (600, 700))
    values = neighbours(0.3, axis)(rng, right, law)

    for along, expected in ((axis, 0.3), (1 - axis, 0.0)):
        lines = np.moveaxis(values, along, 0)
        found = np.corrcoef(lines[:-1].ravel(), lines[1:].ravel())[0, 1]
        assert found == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize(("bend", "law"), [(clipped_normal_instead, Uniform(-1, 1)), (piled_up, TruncatedNormal(0, 1))])
def test_what_is_clipped_stays_inside(bend: Any, law: Any) -> None:
    """Tails that are piled up lie on the bounds, so that the interval alone does not give them away."""
    values = bend(np.random.default_rng(7), np.zeros(10_000), law)

    assert (values.min(), values.max()) == law.support
    assert np.mean(values == law.support[1]) > 0.01


def test_whole_examinations_of_right_code_pass() -> None:
    """Cases, relations, repetition and statistics of every random primitive, at seeds that a run does not use."""
    ((name, judged),) = judge_whole(SUITE, {"vectorized": 2})

    assert (name, judged.failed) == ("vectorized", [])
    assert judged.examinations == 2 * len({setting.primitive.name for setting in settings_of(SUITE)})


def test_all_tests_of_a_run_together_keep_below_the_rate_of_the_design() -> None:
    """Whatever they have to do with one another: the sum of what they allow is below 1e-9."""
    assert 100 < stated_tests(SUITE) < 1e-9 / chance.FALSE_ALARM


@pytest.fixture(scope="module")
def page() -> str:
    """Return the published page."""
    if not (PAGE.parents[1] / "specs").is_dir():
        pytest.skip("needs the checkout")
    return PAGE.read_text("utf-8")


def rows_of(page: str) -> list[list[str]]:
    """Return the table of each primitive and each wrong law."""
    part = page.split("## Each primitive and each wrong law")[1].split("\n## ")[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("| `")
    ]


def test_the_page_has_every_wrong_law_of_every_primitive(page: str) -> None:
    """And nothing that is gone; `python -m primcheck.calibration` writes it anew."""
    expected = {
        (setting.label, FAMILIES[setting.kind], wrong.name)
        for setting in one_a_law(SUITE)
        for wrong in WRONG_LAWS
        if setting.kind in wrong.of
    }

    assert {tuple(row[:3]) for row in rows_of(page)} == expected
    assert {row[3].split(" of ")[1] for row in rows_of(page)} == {str(WRONG)}


def test_the_page_states_what_the_samples_promise_now(page: str) -> None:
    """Laws and sample sizes have not changed since it was written."""
    assert promises(SUITE) in page


def test_the_page_counts_every_primitive_and_no_false_alarm(page: str) -> None:
    """Every random primitive has its samples, as many as the command asks for, and none of right code failed."""
    part = page.split("## Right code")[1].split("\n## ")[0]
    rows = {row[0]: row[1:] for row in re.findall(r"^\| (\S+) +\| (\d+) +\| (\d+) +\| (\d+) +\|", part, re.MULTILINE)}
    statistics: dict[str, int] = {}
    for setting in settings_of(SUITE):
        statistics.setdefault(f"`{setting.primitive.name}`", len(setting.statistics))

    assert set(statistics) | {"all"} | set(WHOLE) == set(rows)
    assert all(int(rows[name][0]) >= SEEDS * count for name, count in statistics.items())
    assert {row[2] for row in rows.values()} == {"0"}


PROMISED = {
    "standard deviation 2 % too large": ("standard deviation", 2.0),
    "standard deviation 2 % too small": ("standard deviation", 2.0),
    "limits 2 % too narrow": ("ends", 1.0),
    "rate off by 0.01": ("share of True", 0.01),
    "rate off by 0.01 the other way": ("share of True", 0.01),
}
"""The deviations for whose sake the samples are as large as they are, and the column that promises to find them."""


def test_what_is_promised_is_found(page: str) -> None:
    """Where a sample promises to find a deviation, it was found at every seed."""
    header, *lines = [line for line in promises(SUITE).splitlines() if not line.startswith("| ---")]
    columns = [cell.strip() for cell in header.strip("|").split("|")]
    best: dict[tuple[str, str], float] = {}
    for line in lines:
        cells = dict(zip(columns, (cell.strip() for cell in line.strip("|").split("|")), strict=True))
        for column in {column for column, _ in PROMISED.values() if cells[column]}:
            key = cells["primitive"], column
            best[key] = min(best.get(key, math.inf), float(cells[column].rstrip("%")))

    for label, _, wrong, found, *_ in rows_of(page):
        column, deviation = PROMISED.get(wrong, ("", 0.0))
        if best.get((label, column), math.inf) <= deviation:
            assert found == f"{WRONG} of {WRONG}", (label, wrong)


def test_the_command_writes_the_page(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In small, of one primitive; it says how far it has come."""
    chosen = FIRST[Bernoulli]
    for module in ("false_alarms.settings_of", "power.one_a_law"):
        monkeypatch.setattr(f"primcheck.calibration.{module}", lambda _: [chosen])
    monkeypatch.setattr("primcheck.report.calibration.one_a_law", lambda _: [chosen])
    text = statistics_page(SUITE, calibrate(SUITE, 3, {"vectorized": 1}, 1))

    assert f"{chosen.primitive.name}: " in capsys.readouterr().out
    assert len(rows_of(text)) == sum(chosen.kind in wrong.of for wrong in WRONG_LAWS)
    assert set(CONTINUOUS) < set(ANY)
