"""Every exponential and logarithm by the math module, one number at a time, in double precision."""

import math

import _curves
import _entropies
import _softmaxes
import numpy as np
from _how import How, carried_out


def _each(function):
    """Apply a function of one number to all."""
    return lambda x: np.array([function(value) for value in np.ravel(x).tolist()], x.dtype).reshape(np.shape(x))


def _log(value):
    return math.log(value) if value > 0 else -math.inf if value == 0 else math.nan


def _half_erfc(x):
    return _each(lambda value: math.erfc(-value / math.sqrt(2)) / 2)(x)


def gelu(x):
    """The complementary error function, which cancels nothing."""
    return x * _half_erfc(x)


def gelu_backward(dy, x):
    """The probability, and the density by the value."""
    density = _each(lambda value: math.exp(-value * value / 2) / math.sqrt(2 * math.pi))(x)
    return dy * (_half_erfc(x) + x * density)


globals().update(carried_out(How(exp=_each(math.exp), log=_each(_log)), _curves, _entropies, _softmaxes))
