"""What rounds of measurements say: the median of pairwise ratios, a bootstrap interval, and a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

CONFIDENCE = 0.99
"""The confidence of every interval."""

SAME = 0.05
"""Ratios whose whole interval lies within ± this share of one are called the same."""

_RESAMPLES = 2000


@dataclass(frozen=True)
class Ratio:
    """A ratio of times: below one is faster than the baseline."""

    median: float
    low: float
    high: float

    def line(self) -> dict[str, float]:
        """Return the ratio for the record."""
        return {"median": self.median, "low": self.low, "high": self.high}


def ratio_of(times: Sequence[float], baseline: Sequence[float]) -> Ratio:
    """Return the median of the round-by-round ratios with its percentile bootstrap interval."""
    ratios = np.asarray(times) / np.asarray(baseline)
    low, high = bootstrap_median(ratios)
    return Ratio(float(np.median(ratios)), low, high)


def bootstrap_median(values: NDArray[Any]) -> tuple[float, float]:
    """Return the percentile bootstrap interval of a median; seeded, so that a record gives one report."""
    picks = np.random.default_rng(0).integers(len(values), size=(_RESAMPLES, len(values)))
    medians = np.median(values[picks], axis=1)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(medians, [tail, 1 - tail])
    return float(low), float(high)


def speed_verdict(ratio: Ratio, control: Ratio) -> str:
    """Return faster, slower, same or inconclusive.

    A difference is claimed only where the interval leaves out one and the median is further from one than the A/A
    control, the baseline against itself in the same rounds, ever was.
    """
    if ratio.low >= 1 - SAME and ratio.high <= 1 + SAME:
        return "same"
    noise = max(abs(np.log(control.low)), abs(np.log(control.high)))
    if ratio.low <= 1 <= ratio.high or abs(np.log(ratio.median)) <= noise:
        return "inconclusive"
    return "faster" if ratio.high < 1 else "slower"
