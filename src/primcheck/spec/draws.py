"""Draws: how a case fills a tensor. A draw is a function of a generator and a shape; specs name them, cases use them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Filler = Callable[[np.random.Generator, tuple[int, ...]], NDArray[Any]]


@dataclass(frozen=True)
class Draw:
    """Fills a tensor of a given shape; `shape` overrides the shape that the signature asks for."""

    fill: Filler
    shape: tuple[int, ...] | None = None

    def __call__(self, rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[Any]:
        """Return an array of `shape` drawn from `rng`."""
        return np.asarray(self.fill(rng, shape))


def normal(*, mean: float = 0.0, std: float = 1.0) -> Draw:
    """Independent normal values."""
    return Draw(lambda rng, shape: rng.normal(mean, std, shape))


def uniform(low: float, high: float) -> Draw:
    """Independent uniform values in [low, high)."""
    return Draw(lambda rng, shape: rng.uniform(low, high, shape))


def constant(value: float | bool) -> Draw:
    """The same value everywhere."""
    return Draw(lambda _, shape: np.full(shape, value))


def integers(low: int, high: int) -> Draw:
    """Independent integers from low to high, both included: as floats where the tensor is one of floats."""
    return Draw(lambda rng, shape: rng.integers(low, high, shape, endpoint=True))


def choice(*values: float) -> Draw:
    """Independent picks from a few values: ties, zeros, signs."""
    return Draw(lambda rng, shape: rng.choice(np.array(values), shape))


def boolean(probability: float = 0.5) -> Draw:
    """Independent booleans, True with the given probability."""
    return Draw(lambda rng, shape: rng.random(shape) < probability)


def distinct(scale: float = 0.25) -> Draw:
    """Values no two of which are equal, in random order around zero: nothing ties. Multiples of a power of two are exact."""
    return Draw(lambda rng, shape: scale * (rng.permutation(int(np.prod(shape))).reshape(shape) - np.prod(shape) // 2))


def given(values: ArrayLike) -> Draw:
    """Just these values; their shape fixes the sizes. With several steps, one set a step or one for all."""
    array = np.array(values)
    return Draw(lambda _, shape: np.broadcast_to(array, shape), array.shape)


def of_shape(shape: tuple[int, ...], draw: Draw | None = None) -> Draw:
    """A draw (normal unless told) of a shape that the signature would not ask for: for bad inputs."""
    return Draw((draw or normal()).fill, shape)


def varying(*draws: Draw) -> Draw:
    """One draw a step of a trajectory, repeated from the start when there are more steps than draws."""
    return Draw(lambda rng, shape: np.stack([draws[k % len(draws)](rng, shape[1:]) for k in range(shape[0])]))


def mostly(draw: Draw, share: float, other: Draw) -> Draw:
    """A draw of which about `share` of the elements, at random, come from another draw: sparse gradients, planted NaNs."""

    def fill(rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[Any]:
        return np.where(rng.random(shape) < share, other(rng, shape), draw(rng, shape))

    return Draw(fill)


@dataclass(frozen=True)
class Each:
    """An option that changes from step to step of a trajectory."""

    values: tuple[Any, ...]

    def at(self, step: int) -> Any:
        """Return the value for a step counted from 0; the last one stays."""
        return self.values[min(step, len(self.values) - 1)]


def each(values: Sequence[Any]) -> Each:
    """One value a step, in order; the last one stays."""
    return Each(tuple(values))


def counting(start: int, steps: int) -> Each:
    """Return start, start + 1, … for `steps` steps."""
    return Each(tuple(range(start, start + steps)))
