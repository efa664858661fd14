"""The Gaussian error linear unit in plain Python."""

import math

import numpy as np

from ._checks import require_choice, require_same_shape
from ._logistic import logistic

ROOT_HALF = math.sqrt(0.5)
NORM = 1 / math.sqrt(2 * math.pi)
STEEPNESS = 2 * math.sqrt(2 / math.pi)
CUBIC = 0.044715


def gelu(x, *, form="exact"):
    """One error function per element; the tangent is a logistic function of twice its argument."""
    require_choice("form", form, ("exact", "tanh"))
    weight = _normal if form == "exact" else _logistic_of_cubic
    return np.array([value * weight(value) for value in x.ravel().tolist()], x.dtype).reshape(x.shape)


def gelu_backward(dy, x, *, form="exact"):
    """One special function and one exponential per element, or a single logistic function that both terms share."""
    require_same_shape(dy, x)
    require_choice("form", form, ("exact", "tanh"))
    slope = _slope if form == "exact" else _slope_of_cubic
    pairs = zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True)
    return np.array([gradient * slope(value) for gradient, value in pairs], dy.dtype).reshape(x.shape)


def _normal(value):
    return 0.5 * (1 + math.erf(value * ROOT_HALF))


def _slope(value):
    return _normal(value) + value * NORM * math.exp(-0.5 * value * value)


def _logistic_of_cubic(value):
    return logistic(STEEPNESS * (value + CUBIC * value * value * value))


def _slope_of_cubic(value):
    s = _logistic_of_cubic(value)
    return s + value * s * (1 - s) * STEEPNESS * (1 + 3 * CUBIC * value * value)
