"""Measure the statistics anew and publish it: `python -m primcheck.calibration` after a law, a test or a sample has changed.

It takes some twenty minutes on one core and prints how far it has come. The seeds are always the same: who runs it again with the
same version of NumPy gets the same figures.
"""

from __future__ import annotations

import sys
from pathlib import Path

from primcheck.calibration.false_alarms import FalseAlarms, Judged, count_alarms, judge_whole
from primcheck.calibration.power import faintest_correlations, powers
from primcheck.report.calibration import Calibration, statistics_page
from primcheck.suite import Suite

PAGE = Path("reports/statistics.md")
SEEDS = 200
"""How many seeds each statistic of right code gets at least."""
WHOLE = {"vectorized": 30, "jit": 20, "plain": 5}
"""How many seeds each technique is examined with as a run does it."""
WRONG = 100
"""How many seeds each wrong law gets."""


def calibrate(suite: Suite, seeds: int = SEEDS, whole: dict[str, int] | None = None, wrong: int = WRONG) -> Calibration:
    """Measure everything, and say on the way what has been done."""
    alarms, judged = FalseAlarms(), dict[str, Judged]()
    for name, alarms in count_alarms(suite, seeds):
        _say(f"{name}: {alarms.samples[name]} pairs of samples, {alarms.tests[name]} tests")
    for name, counted in judge_whole(suite, WHOLE if whole is None else whole):
        judged[name] = counted
        _say(f"{name}: {counted.examinations} examinations, {len(counted.failed)} failures")
    found, faintest = [], []
    for power in powers(suite, wrong):
        found.append(power)
        _say(f"{power.setting.label}, {power.wrong.name}: found {power.found} of {power.seeds} times")
    for entry in faintest_correlations(suite, wrong):
        faintest.append(entry)
        _say(f"{entry[0].label}, correlated along the {entry[1]} axis: found from {entry[2]}")
    return Calibration(alarms, judged, found, faintest)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Write the page."""
    suite = Suite()
    calibration = calibrate(suite)
    PAGE.write_text(statistics_page(suite, calibration), "utf-8")
    for failure in [*calibration.alarms.failed, *(f for j in calibration.judged.values() for f in j.failed)]:
        _say(f"RIGHT CODE FAILED  {failure}")
    _say(f"{PAGE}: {len(calibration.found)} wrong laws judged")


if __name__ == "__main__":
    main()
