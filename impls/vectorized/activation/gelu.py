"""The Gaussian error linear unit in NumPy."""

import math

import numpy as np

from ._checks import require_choice, require_same_shape
from ._erf import erf
from ._logistic import logistic

ROOT_HALF = math.sqrt(0.5)
NORM = 1 / math.sqrt(2 * math.pi)
STEEPNESS = 2 * math.sqrt(2 / math.pi)
CUBIC = 0.044715


def gelu(x, *, form="exact"):
    """The error function by polynomials; or one logistic function, of twice the tangent's argument."""
    require_choice("form", form, ("exact", "tanh"))
    y = _normal(x) if form == "exact" else _logistic_of_cubic(x)
    y *= x
    return y


def gelu_backward(dy, x, *, form="exact"):
    """The weight and its derivative, combined in place."""
    require_same_shape(dy, x)
    require_choice("form", form, ("exact", "tanh"))
    if form == "exact":
        slope = np.asarray(x * x)
        slope *= -0.5
        np.exp(slope, out=slope)
        slope *= NORM
        weight = _normal(x)
    else:
        weight = _logistic_of_cubic(x)
        slope = np.asarray(weight * (1 - weight))
        slope *= STEEPNESS * (1 + 3 * CUBIC * (x * x))
    slope *= x
    slope += weight
    slope *= dy
    return slope


def _normal(x):
    weight = np.asarray(erf(x * ROOT_HALF if x.ndim else np.asarray(x * ROOT_HALF)))
    weight += 1
    weight *= 0.5
    return weight


def _logistic_of_cubic(x):
    argument = np.asarray(x * x)
    argument *= CUBIC
    argument += 1
    argument *= x
    argument *= STEEPNESS
    return np.asarray(logistic(argument))
