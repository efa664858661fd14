"""Ways to draw: standard normal numbers, numbers between 0 and 1, and orthonormal vectors made of them."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np


def standard_normal(shape, rng):
    """The generator's own method, by a ziggurat."""
    return np.asarray(rng.standard_normal(shape))


def box_muller(shape, rng):
    """Two numbers between 0 and 1 make an angle and a length, and those make two normal ones."""
    count = math.prod(shape)
    first, second = rng.random((2, (count + 1) // 2))
    length = np.sqrt(-2 * np.log1p(-first))
    angle = 2 * np.pi * second
    return np.concatenate([length * np.cos(angle), length * np.sin(angle)])[:count].reshape(shape)


def polar(shape, rng):
    """Points in a square, of which those in the circle are kept, after Marsaglia."""
    count, found = math.prod(shape), np.empty(0)
    while found.size < count:
        points = rng.uniform(-1, 1, (2, 2 * (count - found.size) + 4))
        square = np.sum(points**2, axis=0)
        inside = (square > 0) & (square < 1)
        points, square = points[:, inside], square[inside]
        found = np.concatenate([found, (points * np.sqrt(-2 * np.log(square) / square)).T.ravel()])
    return found[:count].reshape(shape)


def inverse(shape, rng):
    """The inverse of the distribution function."""
    inv_cdf = NormalDist().inv_cdf
    return np.array([inv_cdf(share + 2.0**-54) for share in rng.random(math.prod(shape)).tolist()]).reshape(shape)


def ratio(shape, rng):
    """Ratios of uniform numbers, after Kinderman and Monahan."""
    count, found = math.prod(shape), np.empty(0)
    while found.size < count:
        u, v = rng.random((2, 2 * (count - found.size) + 4))
        u, v = 1 - u, (2 * v - 1) * math.sqrt(2 / math.e)
        found = np.concatenate([found, (v / u)[v**2 <= -4 * u**2 * np.log(u)]])
    return found[:count].reshape(shape)


def random(shape, rng):
    """The generator's own method."""
    return np.asarray(rng.random(shape))


def whole_numbers(shape, rng):
    """Whole numbers of 53 bits by 2⁵³."""
    return np.asarray(rng.integers(0, 2**53, shape)) / 2.0**53


def uniform(shape, rng):
    """The generator's own method, with its bounds."""
    return np.asarray(rng.uniform(0.0, 1.0, shape))


def bits(shape, rng):
    """Raw bytes."""
    raw = np.frombuffer(rng.bytes(8 * math.prod(shape)), np.uint64)
    return ((raw >> np.uint64(11)) * 2.0**-53).reshape(shape)


def antithetic(shape, rng):
    """Turned around, from above."""
    return np.asarray(1 - rng.random(shape) - 2.0**-53)


def by_qr(numbers):
    """Householder's reflections, the signs taken out."""
    q, r = np.linalg.qr(numbers)
    return q * np.where(np.diag(r) < 0, -1, 1)


def by_svd(numbers):
    """The nearest orthonormal vectors: both outer factors of the singular values."""
    u, _, vt = np.linalg.svd(numbers, full_matrices=False)
    return u @ vt


def by_gram_schmidt(numbers):
    """One vector after the other loses what the earlier ones have, twice."""
    q = np.zeros_like(numbers)
    for i, vector in enumerate(numbers.T):
        for _ in range(2):
            vector = vector - q[:, :i] @ (q[:, :i].T @ vector)
        q[:, i] = vector / np.sqrt(vector @ vector)
    return q


def by_reflections(numbers):
    """One reflection for each vector, of which the later ones have fewer and fewer numbers, after Stewart."""
    rows, columns = numbers.shape
    q = np.eye(rows, columns)
    for i in reversed(range(columns)):
        vector = numbers[i:, i].copy()
        sign = -1.0 if vector[0] < 0 else 1.0
        vector[0] += sign * np.sqrt(vector @ vector)
        q[i:] -= np.outer(vector, 2 / (vector @ vector) * (vector @ q[i:]))
        q[i:] *= -sign
    return q


def by_polar_iteration(numbers):
    """The eigenvectors of the Gram matrix, whose inverse root makes the vectors orthonormal."""
    for _ in range(2):
        values, vectors = np.linalg.eigh(numbers.T @ numbers)
        numbers = numbers @ (vectors / np.sqrt(values)) @ vectors.T
    return numbers


@dataclass(frozen=True)
class Draw:
    """A way of drawing; what is not said is the generator's own."""

    normal: Callable[..., Any] = standard_normal
    uniform: Callable[..., Any] = random
    orthonormal: Callable[..., Any] = by_qr
