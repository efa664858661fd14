"""The Gaussian error linear unit, compiled."""

import math

import numpy as np
from numba import njit

from ._checks import plain_memory, require_choice, require_same_shape
from ._exp import exp

ROOT_HALF = math.sqrt(0.5)
NORM = 1 / math.sqrt(2 * math.pi)
STEEPNESS = 2 * math.sqrt(2 / math.pi)
CUBIC = 0.044715


def gelu(x, *, form="exact"):
    """One compiled loop; the tangent is a logistic function of twice its argument, which the compiler vectorises."""
    require_choice("form", form, ("exact", "tanh"))
    y = np.empty(x.shape, x.dtype)
    kernel = _exact if form == "exact" else _tanh
    kernel(plain_memory(x).reshape(-1), y.reshape(-1))
    return y


def gelu_backward(dy, x, *, form="exact"):
    """One compiled loop: weight and density stay in registers."""
    require_same_shape(dy, x)
    require_choice("form", form, ("exact", "tanh"))
    dx = np.empty(dy.shape, dy.dtype)
    kernel = _exact_backward if form == "exact" else _tanh_backward
    kernel(plain_memory(dy).reshape(-1), plain_memory(x).reshape(-1), dx.reshape(-1))
    return dx


@njit(cache=True, error_model="numpy")
def _exact(x, y):
    real = x.dtype.type
    half, one, root = real(0.5), real(1), real(ROOT_HALF)
    for i in range(x.size):
        y[i] = half * x[i] * (one + math.erf(x[i] * root))


@njit(cache=True, error_model="numpy")
def _exact_backward(dy, x, dx):
    real = x.dtype.type
    half, one, root, norm = real(0.5), real(1), real(ROOT_HALF), real(NORM)
    for i in range(x.size):
        density = norm * exp(-half * x[i] * x[i])
        dx[i] = dy[i] * (half * (one + math.erf(x[i] * root)) + x[i] * density)


@njit(cache=True, error_model="numpy")
def _tanh(x, y):
    real = x.dtype.type
    one, steepness, cubic = real(1), real(STEEPNESS), real(CUBIC)
    for i in range(x.size):
        small = exp(-abs(steepness * x[i] * (one + cubic * x[i] * x[i])))
        y[i] = x[i] * ((small if x[i] < 0 else one) / (one + small))


@njit(cache=True, error_model="numpy")
def _tanh_backward(dy, x, dx):
    real = x.dtype.type
    one, three, steepness, cubic = real(1), real(3), real(STEEPNESS), real(CUBIC)
    for i in range(x.size):
        square = cubic * x[i] * x[i]
        small = exp(-abs(steepness * x[i] * (one + square)))
        total = one + small
        # small / total² is weight · (1 − weight), without the subtraction.
        weight = (small if x[i] < 0 else one) / total
        dx[i] = dy[i] * (weight + x[i] * (small / total / total) * steepness * (one + three * square))
