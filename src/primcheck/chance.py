"""Chance: tests of samples whose false-alarm rate is a theorem, not an approximation.

Every test allows a deviation that a right implementation exceeds with probability below 1e-12, by a bound that holds at
any sample size: Hoeffding and Bernstein for bounded values, Laurent and Massart (2000, lemma 1) for sums of squared
normals, Dvoretzky, Kiefer and Wolfowitz with Massart's constant (1990) for distribution functions. `finds` is the
smallest deviation that the same bounds find with probability above 0.999.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.spec import Behaviour, Bernoulli, Distribution, Normal, TruncatedNormal, Uniform

FALSE_ALARM = 1e-12
"""The chance that one test accuses a right implementation; some hundreds of tests a run keep it below 1e-9."""

MISS = 1e-3
"""The chance that one test misses the deviation it states to find."""


@dataclass(frozen=True)
class Finding:
    """One test of a sample: what was measured, what is expected, and the deviation that chance explains."""

    name: str
    estimate: float
    expected: float
    allowed: float
    finds: float

    @property
    def deviation(self) -> float:
        """How far the estimate is from what is expected."""
        return abs(self.estimate - self.expected)

    @property
    def message(self) -> str:
        """The finding in words."""
        return (
            f"{self.name}: {self.estimate:.6g}, expected {self.expected:.6g} ± {self.allowed:.2g} "
            f"(the sample finds deviations from {self.finds:.2g})"
        )


def examine(sample: NDArray[Any], again: NDArray[Any], law: Distribution, alarm: float = FALSE_ALARM) -> list[Finding]:
    """Test a sample, and a second one drawn after it from the same generator, against a law."""
    if isinstance(law, Behaviour):
        return [_behaviour(sample, law)]
    if isinstance(law, Bernoulli):
        return [
            _rate(sample, law, alarm),
            *_independence(sample != 0, again != 0, law.probability, alarm),
        ]
    tests = [_support(sample, law), *_moments(sample, law, alarm), _distribution(sample, law, alarm)]
    if not isinstance(law, Normal):
        tests += _range(sample, law, alarm)
    return [*tests, *_independence(sample > law.mean, again > law.mean, 0.5, alarm)]


def moments(sample: NDArray[Any], law: Distribution) -> list[Finding]:
    """Test only what costs little on a large sample: rate, or interval, mean and standard deviation."""
    if isinstance(law, Behaviour):
        return []
    if isinstance(law, Bernoulli):
        return [_rate(sample, law, FALSE_ALARM)]
    return [_support(sample, law), *_moments(sample, law, FALSE_ALARM)]


def _behaviour(sample: NDArray[Any], law: Behaviour) -> Finding:
    with np.errstate(all="ignore"):
        return Finding(law.name, float(law.measure(sample)), law.expected, law.allowed, law.allowed)


def _support(sample: NDArray[Any], law: Normal | TruncatedNormal | Uniform) -> Finding:
    low, high = law.support
    # An end of the interval may be a few roundings off; anything further out is outside.
    slack = 8 * np.finfo(np.float64).eps * max(abs(low), abs(high)) if math.isfinite(high) else 0.0
    outside = ~np.isfinite(sample) | (sample < low - slack) | (sample > high + slack)
    return Finding("share of values outside the law's interval", float(outside.mean()), 0.0, 0.0, 0.0)


def _moments(sample: NDArray[Any], law: Normal | TruncatedNormal | Uniform, alarm: float) -> Iterator[Finding]:
    n, sigma, (low, high) = sample.size, law.std, law.support

    def mean_bound(chance: float) -> float:
        scale = sigma * math.sqrt(2) if math.isinf(high) else (high - low) / math.sqrt(2)
        return scale * math.sqrt(math.log(2 / chance) / n)

    def square_bound(chance: float) -> float:
        t = math.log(2 / chance)
        if isinstance(law, Normal):
            return 2 * math.sqrt(t / n) + 2 * t / n
        largest, fourth = ((high - law.mean) / sigma) ** 2, _fourth_moment(law)
        return math.sqrt(2 * (fourth - 1) * t / n) + largest * t / (3 * n)

    with np.errstate(all="ignore"):
        mean = float(np.mean(sample))
        spread = math.sqrt(float(np.mean(((sample - law.mean) / sigma) ** 2)))
    yield Finding("mean", mean, law.mean, mean_bound(alarm), mean_bound(alarm) + mean_bound(MISS))
    # A band of ±d on the mean square is one of about ±d/2 on its root; the wider side is taken.
    allowed, missed = square_bound(alarm), square_bound(MISS)
    root = 1 - math.sqrt(max(0.0, 1 - allowed))
    finds = math.sqrt((1 + allowed) / max(1e-9, 1 - missed)) - 1
    yield Finding("standard deviation", spread * sigma, sigma, root * sigma, max(root, finds) * sigma)


def _fourth_moment(law: TruncatedNormal | Uniform) -> float:
    """Return E[(X − mean)⁴]/std⁴."""
    if isinstance(law, Uniform):
        return 1.8
    c, inside = law.cut, math.erf(law.cut / math.sqrt(2))
    density = math.exp(-c * c / 2) / math.sqrt(2 * math.pi)
    second = 1 - 2 * c * density / inside
    return (3 * second - 2 * c**3 * density / inside) / second**2


def _range(sample: NDArray[Any], law: TruncatedNormal | Uniform, alarm: float) -> Iterator[Finding]:
    """Test that a bounded law's ends are reached: n draws all stay away from a tail of mass ln(2/alarm)/n too rarely.

    (1 − m)ⁿ < e^(−nm) for one end; there are two, and each gets half of what is allowed.
    """
    low, high = law.support
    reach = _quantile_gap(law, min(0.5, math.log(2 / alarm) / sample.size))
    missing = max(0.0, high - float(sample.max()), float(sample.min()) - low)
    yield Finding("distance of the extremes from the interval's ends", missing, 0.0, reach, reach)


def _quantile_gap(law: TruncatedNormal | Uniform, mass: float) -> float:
    """Return how far below the upper end the given mass of the law lies."""
    if isinstance(law, Uniform):
        return mass * (law.high - law.low)
    near, far, inside = 0.0, law.cut, math.erf(law.cut / math.sqrt(2))
    for _ in range(60):
        middle = (near + far) / 2
        # By erf itself: a tail this thin is not much larger than the error of the distribution function for arrays.
        if (1 - math.erf((law.cut - middle) / math.sqrt(2)) / inside) / 2 < mass:
            near = middle
        else:
            far = middle
    return far * law.sigma


def _distribution(sample: NDArray[Any], law: Normal | TruncatedNormal | Uniform, alarm: float) -> Finding:
    ordered = np.sort(sample, axis=None)
    steps = np.arange(ordered.size + 1) / ordered.size
    with np.errstate(all="ignore"):
        expected = law.cdf(ordered)
    gap = float(np.nanmax(np.maximum(steps[1:] - expected, expected - steps[:-1]))) if ordered.size else 1.0

    def bound(chance: float) -> float:
        return math.sqrt(math.log(2 / chance) / (2 * ordered.size))

    return Finding("largest gap between the distribution functions", gap, 0.0, bound(alarm), bound(alarm) + bound(MISS))


def _rate(sample: NDArray[Any], law: Bernoulli, alarm: float) -> Finding:
    n, variance = sample.size, law.probability * (1 - law.probability)

    def bound(chance: float) -> float:
        t = math.log(2 / chance)
        return math.sqrt(2 * variance * t / n) + t / (3 * n)

    kept = float(np.mean(sample != 0))
    return Finding("share of True", kept, law.probability, bound(alarm), bound(alarm) + bound(MISS))


def _independence(bits: NDArray[Any], bits_again: NDArray[Any], above: float, alarm: float) -> Iterator[Finding]:
    """Test how often two elements lie on the same side: neighbours, next but one, half an axis apart, the next call's.

    The pairs of one test share no element, so the number that agree is binomial, whatever the law of the values.
    """
    agree = above**2 + (1 - above) ** 2

    def test(name: str, first: NDArray[Any], second: NDArray[Any]) -> Finding:
        n = max(1, first.size)

        def bound(chance: float) -> float:
            return math.sqrt(math.log(2 / chance) / (2 * n))

        share = float(np.mean(first == second)) if first.size else agree
        return Finding(name, share, agree, bound(alarm), bound(alarm) + bound(MISS))

    for axis, length in enumerate(bits.shape):
        lines = np.moveaxis(bits, axis, 0)
        for distance in sorted({d for d in (1, 2, length // 2) if 0 < d < length}):
            starts = np.arange(length - distance)
            starts = starts[(starts // distance) % 2 == 0]
            name = f"agreement of elements {distance} apart along axis {axis}"
            yield test(name, lines[starts], lines[starts + distance])
    yield test("agreement with the values of the next call", bits, bits_again)
