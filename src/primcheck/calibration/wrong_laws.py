"""Named wrong laws, made of right code: applied to any random primitive by the type of its law alone.

Where a function returns nothing but its draws, the returned values are bent. Where it returns several results, which exact
relations tie together, the numbers that it draws from the generator are bent: so the relations still hold, and it is the
statistics that must find what is wrong.
"""

from __future__ import annotations

import copy
import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import numpy as np
from numpy.typing import NDArray

from primcheck.calibration.settings import Setting
from primcheck.question import by_name
from primcheck.signatures import signature_of
from primcheck.spec import Behaviour, Bernoulli, Distribution, Normal, Rng, TruncatedNormal, Uniform
from primcheck.subject import Subject

Values = NDArray[Any]
Bend = Callable[[np.random.Generator, Values, Any], Values]
"""Makes wrong values of right ones that follow the given law, with the generator for what it has to draw."""

CONTINUOUS = (Normal, TruncatedNormal, Uniform)
ANY = (*CONTINUOUS, Bernoulli)


@dataclass(frozen=True)
class Right:
    """A right function and the setting in which it is one."""

    setting: Setting
    function: Callable[..., Any]

    @property
    def rng(self) -> str:
        """The name of the argument that is the generator."""
        return next(option.name for option in self.setting.primitive.options if isinstance(option, Rng))

    @property
    def returns_draws(self) -> bool:
        """True where the only result is what was drawn."""
        return len(self.setting.primitive.outputs) == 1 and self.setting.kind is not Bernoulli

    def law(self, *positional: Any, **named: Any) -> Distribution:
        """Return the law of the values that a call returns."""
        signature = signature_of(self.function)
        assert signature is not None, "the reference tells its signature"
        bound = signature.bind(*positional, **named)
        bound.apply_defaults()
        laws = (by_name(statistic.law, bound.arguments) for statistic in self.setting.statistics)
        law: Distribution = next(law for law in laws if not isinstance(law, Behaviour))
        return law


@dataclass(frozen=True)
class WrongLaw:
    """A deviation with a name, the types of law about which it makes sense, and what makes wrong code of right code."""

    name: str
    of: tuple[type[Distribution], ...]
    spoil: Callable[[Right], Callable[..., Any]]

    def subject(self, right: Right) -> Subject:
        """Return a subject that is right but for this."""
        return Subject(self.name, {right.setting.primitive.name: self.spoil(right)})


class _Bent:
    """A generator whose draws are bent before anyone sees them."""

    def __init__(self, rng: np.random.Generator, bend: Bend) -> None:
        self._rng, self._bend = rng, bend

    def random(self, *positional: Any, **named: Any) -> Any:
        return self._bend(self._rng, np.asarray(self._rng.random(*positional, **named)), Uniform(0.0, 1.0))

    def standard_normal(self, *positional: Any, **named: Any) -> Any:
        return self._bend(self._rng, np.asarray(self._rng.standard_normal(*positional, **named)), Normal(0.0, 1.0))


def bent(bend: Bend) -> Callable[[Right], Callable[..., Any]]:
    """Return what makes code of right code whose draws are bent."""

    def spoil(right: Right) -> Callable[..., Any]:
        @wraps(right.function)
        def wrong(*positional: Any, **named: Any) -> Any:
            rng = named[right.rng]
            if not right.returns_draws:
                return right.function(*positional, **{**named, right.rng: _Bent(rng, bend)})
            values = right.function(*positional, **named)
            return bend(rng, values, right.law(*positional, **named)) if values.size else values

        return wrong

    return spoil


def scaled(factor: float) -> Bend:
    """Return the bend that widens or narrows a law around its mean."""
    return lambda _, values, law: law.mean + factor * (values - law.mean)


def moved(share: float) -> Bend:
    """Return the bend that moves a law by a share of its standard deviation."""
    return lambda _, values, law: values + share * law.std


def shifted(by: float) -> Bend:
    """Return the bend that moves draws on [0, 1) and keeps them there: comparing them with p then hits p ± by."""
    return lambda _, values, _law: np.clip(values + by, 0.0, np.nextafter(1.0, 0.0))


def uniform_instead(rng: np.random.Generator, values: Values, law: Any) -> Values:
    """Draw from the uniform law of the same mean and standard deviation."""
    return rng.uniform(law.mean - math.sqrt(3) * law.std, law.mean + math.sqrt(3) * law.std, values.shape)


def laplace_instead(rng: np.random.Generator, values: Values, law: Any) -> Values:
    """Draw from the Laplace law of the same mean and standard deviation."""
    return rng.laplace(law.mean, law.std / math.sqrt(2), values.shape)


def clipped_normal_instead(rng: np.random.Generator, values: Values, law: Any) -> Values:
    """Draw from the normal law of the same mean and standard deviation, and set what lies outside to the ends."""
    return np.asarray(np.clip(rng.normal(law.mean, law.std, values.shape), *law.support))


def mixture_instead(rng: np.random.Generator, values: Values, law: Any) -> Values:
    """Draw on a uniform law's interval with its mean and standard deviation, half from two laws that differ from it.

    On [−1, 1] the triangular law has variance 1/6 and the arcsine law 1/2; the half of both has 1/3, as the uniform has.
    """
    triangular = rng.triangular(-1.0, 0.0, 1.0, values.shape)
    arcsine = np.sin(np.pi * (rng.random(values.shape) - 0.5))
    low, high = law.support
    drawn = np.where(rng.random(values.shape) < 0.5, triangular, arcsine)
    # The middle of the ends may be rounded beyond them.
    return np.asarray(np.clip(law.mean + (high - low) / 2 * drawn, low, high))


def piled_up(rng: np.random.Generator, values: Values, law: Any) -> Values:
    """Draw from the normal law before it was cut, and set what lies outside to the ends in place of drawing again."""
    return np.asarray(np.clip(rng.normal(law.mean, law.sigma, values.shape), *law.support))


def row_repeated(axis: int) -> Bend:
    """Return the bend that repeats the first slice along an axis for all others; a vector is left as it is."""
    return lambda _, values, _law: (
        np.repeat(values.take([0], axis), values.shape[axis], axis) if values.ndim > 1 and values.size else values
    )


def neighbours(correlation: float, axis: int) -> Bend:
    """Return the bend that correlates neighbours along an axis and leaves the law of each value as it is.

    Normal values: xᵢ ← ρxᵢ₋₁ + √(1 − ρ²)xᵢ. Others: xᵢ ← xᵢ₋₁ with probability ρ. Both give neighbours correlation ρ.
    """

    def bend(rng: np.random.Generator, values: Values, law: Any) -> Values:
        if not values.size or not values.ndim:
            return values
        lines = np.moveaxis(values, axis, 0) - law.mean
        if isinstance(law, Normal):
            for i in range(1, len(lines)):
                lines[i] = correlation * lines[i - 1] + math.sqrt(1 - correlation**2) * lines[i]
        else:
            places = np.arange(len(lines)).reshape(-1, *[1] * (lines.ndim - 1))
            copied = rng.random(lines.shape) < correlation
            origin = np.maximum.accumulate(np.where(copied, 0, places))
            lines = np.take_along_axis(lines, origin, 0)
        # Taking the mean away and adding it again may round a value beyond an end.
        return np.ascontiguousarray(np.clip(np.moveaxis(lines, 0, axis) + law.mean, *law.support))

    return bend


def one_draw(right: Right) -> Callable[..., Any]:
    """Draw at the first call and return the same at every later one with the same arguments."""
    drawn: dict[str, Any] = {}

    @wraps(right.function)
    def wrong(*positional: Any, **named: Any) -> Any:
        rest = {name: value for name, value in named.items() if name != right.rng}
        arguments = [(np.shape(value), np.asarray(value).tobytes()) for value in (*positional, *rest.values())]
        key = f"{arguments}{list(rest)}"
        if key not in drawn:
            drawn[key] = right.function(*positional, **named)
        return copy.deepcopy(drawn[key])

    return wrong


def fresh_entropy(right: Right) -> Callable[..., Any]:
    """Draw from another generator at every call, whatever the one that is handed over."""
    calls = itertools.count()

    @wraps(right.function)
    def wrong(*positional: Any, **named: Any) -> Any:
        return right.function(*positional, **{**named, right.rng: np.random.default_rng([2026, next(calls)])})

    return wrong


def fixed_seed(right: Right) -> Callable[..., Any]:
    """Draw from a generator that starts from the same seed at every call."""

    @wraps(right.function)
    def wrong(*positional: Any, **named: Any) -> Any:
        return right.function(*positional, **{**named, right.rng: np.random.default_rng(0)})

    return wrong


WRONG_LAWS = (
    WrongLaw("standard deviation 2 % too large", (Normal, TruncatedNormal), bent(scaled(1.02))),
    WrongLaw("standard deviation 2 % too small", (Normal, TruncatedNormal), bent(scaled(0.98))),
    WrongLaw("limits 2 % too wide", (Uniform,), bent(scaled(1.02))),
    WrongLaw("limits 2 % too narrow", (Uniform,), bent(scaled(0.98))),
    WrongLaw("rate off by 0.01", (Bernoulli,), bent(shifted(-0.01))),
    WrongLaw("rate off by 0.01 the other way", (Bernoulli,), bent(shifted(0.01))),
    WrongLaw("mean off by 2 % of the standard deviation", CONTINUOUS, bent(moved(0.02))),
    WrongLaw("mean off by 3 % of the standard deviation", CONTINUOUS, bent(moved(0.03))),
    WrongLaw("uniform law of the same mean and deviation", (Normal, TruncatedNormal), bent(uniform_instead)),
    WrongLaw("Laplace law of the same mean and deviation", (Normal,), bent(laplace_instead)),
    WrongLaw("normal law of the same mean and deviation, clipped", (Uniform,), bent(clipped_normal_instead)),
    WrongLaw("other law of the same ends, mean and deviation", (Uniform,), bent(mixture_instead)),
    WrongLaw("tails piled up at the bounds", (TruncatedNormal,), bent(piled_up)),
    WrongLaw("one row for the whole batch", ANY, bent(row_repeated(0))),
    WrongLaw("one value for each row", ANY, bent(row_repeated(-1))),
    WrongLaw("one draw for all calls", ANY, one_draw),
    WrongLaw("the generator replaced by a fixed seed", ANY, fixed_seed),
    WrongLaw("the generator ignored: fresh entropy", ANY, fresh_entropy),
)
"""Every wrong law that the statistics, or the relations and the repetition before them, have to find."""

CORRELATIONS = (0.05, 0.1, 0.2, 0.3, 0.5)
"""The correlations between neighbours that are tried, the faintest first."""
