"""What the linear layers and units of this technique refuse."""

import numpy as np


def require_matrix(**arrays):
    """Refuse what has not two axes."""
    for name, array in arrays.items():
        if np.ndim(array) != 2:
            raise ValueError(f"{name} must have two axes, got shape {np.shape(array)}")


def require_shape(name, array, shape):
    """Refuse what would have to be broadcast, or does not fit at all."""
    if np.shape(array) != shape:
        raise ValueError(f"{name} must have shape {shape}, got {np.shape(array)}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def require_vector(name, array):
    """Refuse what has not one axis."""
    if np.ndim(array) != 1:
        raise ValueError(f"{name} must have one axis, got shape {np.shape(array)}")


def require_sign(name, value):
    """Refuse a class that is neither 1 nor −1."""
    if np.shape(value) != () or value not in (-1, 1):
        raise ValueError(f"{name} must be 1 or -1, got {value}")


def require_rate(name, value):
    """Refuse a rate below 0."""
    if not value >= 0:
        raise ValueError(f"{name} must be at least 0, got {value}")
