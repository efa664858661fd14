"""Arrays as flat lists of Python floats and back, and the checks of every optimizer step."""

import math

import numpy as np


def flat(array):
    """Return the elements in row-major order."""
    return array.ravel().tolist()


def shaped(values, like):
    """Return an array of the values with the shape and dtype of `like`."""
    return np.array(values, like.dtype).reshape(like.shape)


def root(value):
    """Return the square root, NaN where Python would raise."""
    return math.sqrt(value) if value >= 0.0 else math.nan


def quotient(value, divisor):
    """Return the quotient, inf or NaN where Python would raise."""
    if divisor:
        return value / divisor
    return value * math.inf


def require_same_shape(param, **others):
    """Refuse a gradient or a state that is not shaped like the parameter it belongs to."""
    for name, array in others.items():
        if array.shape != param.shape:
            raise ValueError(f"{name} must have the shape of param, {param.shape}, not {array.shape}.")


def require_at_least(least, **options):
    """Refuse options below their least value."""
    for name, value in options.items():
        if not value >= least:
            raise ValueError(f"{name} must be at least {least}, not {value}.")


def require_below_one(**options):
    """Refuse averaging weights outside [0, 1)."""
    for name, value in options.items():
        if not 0 <= value < 1:
            raise ValueError(f"{name} must be at least 0 and less than 1, not {value}.")


def require_choice(allowed, **convention):
    """Refuse a convention that is not one of those allowed."""
    for name, value in convention.items():
        if value not in allowed:
            raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
