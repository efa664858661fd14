"""Arrays in the one layout the kernels are compiled for, and the checks of every optimizer step."""

import numpy as np


def flat(array, dtype):
    """Return a one-dimensional, contiguous and writable array, copied only where it is not one already."""
    if array.dtype == dtype and array.flags.carray:
        return array.reshape(-1)
    return np.array(array, dtype=dtype, order="C").reshape(-1)


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
