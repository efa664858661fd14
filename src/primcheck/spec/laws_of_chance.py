"""The distributions that statistics compare with: each knows its moments, its support and its distribution function."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Normal:
    """N(mean, std²)."""

    mean: float
    std: float
    support: tuple[float, float] = (-math.inf, math.inf)

    def cdf(self, x: NDArray[Any]) -> NDArray[Any]:
        """Return P(X ≤ x)."""
        return normal_cdf((x - self.mean) / self.std)


@dataclass(frozen=True)
class TruncatedNormal:
    """A normal of standard deviation `sigma` cut at mean ± cut·sigma by redrawing."""

    mean: float
    sigma: float
    cut: float = 2.0

    @property
    def std(self) -> float:
        """The standard deviation after the cut: σ·√(1 − 2cφ(c)/(2Φ(c) − 1))."""
        density = math.exp(-(self.cut**2) / 2) / math.sqrt(2 * math.pi)
        return self.sigma * math.sqrt(1 - 2 * self.cut * density / math.erf(self.cut / math.sqrt(2)))

    @property
    def support(self) -> tuple[float, float]:
        """The interval outside which no value falls."""
        return self.mean - self.cut * self.sigma, self.mean + self.cut * self.sigma

    def cdf(self, x: NDArray[Any]) -> NDArray[Any]:
        """Return P(X ≤ x)."""
        inside = math.erf(self.cut / math.sqrt(2))
        shifted = (normal_cdf((x - self.mean) / self.sigma) - (1 - inside) / 2) / inside
        return np.clip(shifted, 0.0, 1.0)


@dataclass(frozen=True)
class Uniform:
    """Uniform on [low, high)."""

    low: float
    high: float

    @property
    def mean(self) -> float:
        """The middle."""
        return (self.low + self.high) / 2

    @property
    def std(self) -> float:
        """The width over √12."""
        return (self.high - self.low) / math.sqrt(12)

    @property
    def support(self) -> tuple[float, float]:
        """The interval outside which no value falls."""
        return self.low, self.high

    def cdf(self, x: NDArray[Any]) -> NDArray[Any]:
        """Return P(X ≤ x)."""
        return np.clip((x - self.low) / (self.high - self.low), 0.0, 1.0)


@dataclass(frozen=True)
class Bernoulli:
    """True with the given probability."""

    probability: float

    @property
    def mean(self) -> float:
        """The probability of True."""
        return self.probability


@dataclass(frozen=True)
class Behaviour:
    """A figure that a whole sample must come to, give or take: what weights do, not only how they are distributed.

    `allowed` is wide enough that chance never reaches it, and is told as what it is: an order of magnitude, no bound.
    """

    name: str
    measure: Callable[[NDArray[Any]], float]
    expected: float
    allowed: float


Distribution = Normal | TruncatedNormal | Uniform | Bernoulli | Behaviour


def normal_cdf(z: NDArray[Any]) -> NDArray[Any]:
    """Return Φ(z) by Abramowitz and Stegun 7.1.26 (absolute error below 1.5e-7, far below what a sample can resolve)."""
    t = 1 / (1 + 0.3275911 * np.abs(z) / math.sqrt(2))
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    upper = 0.5 * poly * np.exp(-z * z / 2)
    return np.asarray(np.where(z < 0, upper, 1 - upper))
