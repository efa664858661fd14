"""Exact bounds on a probability of which only a count is known: so many hits in so many independent trials.

Clopper and Pearson, The use of confidence or fiducial limits illustrated in the case of the binomial, Biometrika 26 (1934):
the upper bound is the largest probability under which so few hits still have the chance that is accepted as doubt, the
lower bound the smallest under which so many have. No approximation by a normal law is made.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

DOUBT = 1e-3
"""The chance that one bound is wrong: 99.9 % confidence, each side."""


def tail(hits: int, trials: int, probability: float) -> float:
    """Return P(X ≥ hits) for X ~ Binomial(trials, probability)."""
    if hits <= 0:
        return 1.0
    if hits > trials or probability <= 0:
        return 0.0
    if probability >= 1:
        return 1.0
    if hits > trials * probability:
        return _mass(hits, trials, trials, probability)
    # Summed on the side of the smaller tail, where nothing cancels.
    return 1 - _mass(0, hits - 1, trials, probability)


def _mass(first: int, last: int, trials: int, probability: float) -> float:
    """Return P(first ≤ X ≤ last), each term from the one before: P(k + 1)/P(k) = (n − k)/(k + 1) · p/(1 − p)."""
    start = math.lgamma(trials + 1) - math.lgamma(first + 1) - math.lgamma(trials - first + 1)
    start += first * math.log(probability) + (trials - first) * math.log1p(-probability)
    k = np.arange(first, last)
    steps = np.log((trials - k) / (k + 1)) + math.log(probability) - math.log1p(-probability)
    return math.fsum(np.exp(start + np.concatenate(([0.0], np.cumsum(steps)))))


def upper(hits: int, trials: int, doubt: float = DOUBT) -> float:
    """Return the probability below which the true one lies with confidence 1 − doubt."""
    if hits >= trials:
        return 1.0
    return _bisect(lambda p: 1 - tail(hits + 1, trials, p) > doubt)


def lower(hits: int, trials: int, doubt: float = DOUBT) -> float:
    """Return the probability above which the true one lies with confidence 1 − doubt."""
    if hits <= 0:
        return 0.0
    return _bisect(lambda p: tail(hits, trials, p) < doubt)


def _bisect(below: Callable[[float], bool]) -> float:
    """Return the point up to which a condition holds."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return (low + high) / 2
