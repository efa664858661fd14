"""What a residual block refuses, and relu."""

import numpy as np

from ._windows import require_shape


def require_block(x, w1, b1, w2, b2):
    """Refuse shapes that do not make a block: both convolutions keep the channels."""
    if x.ndim != 4:
        raise ValueError(f"x must have four axes (N, C, H, W), got shape {x.shape}")
    channels = x.shape[1]
    for name, array in (("w1", w1), ("w2", w2)):
        require_shape(name, array, (channels, channels, 3, 3))
    for name, array in (("b1", b1), ("b2", b2)):
        require_shape(name, array, (channels,))


def rectified(value):
    """Return the positive part; a NaN is not below 0, and stays."""
    return 0.0 if value <= 0 else value


def each(function, first, *others):
    """Apply a function to the elements of arrays of one shape."""
    columns = (array.ravel().tolist() for array in (first, *others))
    return np.array([function(*values) for values in zip(*columns, strict=True)], first.dtype).reshape(first.shape)
