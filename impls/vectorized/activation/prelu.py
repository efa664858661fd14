"""The parametric rectified linear unit in NumPy."""

import numpy as np

from ._checks import require_same_shape
from ._slopes import require_learned_slope


def prelu(x, slope):
    """No mask and no branch: the positive and the negative part, added."""
    require_learned_slope(slope, x)
    y = np.asarray(np.minimum(x, 0))
    y *= _along_channels(slope, x)
    y += np.maximum(x, 0)
    return y


def prelu_backward(dy, x, slope):
    """One product for each gradient; the positive elements are cut off before they are added up."""
    require_same_shape(dy, x)
    require_learned_slope(slope, x)
    dx = np.asarray(dy * _along_channels(slope, x))
    np.copyto(dx, dy, where=x > 0)
    pulls = np.asarray(np.minimum(x, 0))
    pulls *= dy
    axes = tuple(axis for axis in range(x.ndim) if axis != 1 or len(slope) == 1)
    return dx, pulls.sum(axis=axes).reshape(slope.shape)


def _along_channels(slope, x):
    return slope.reshape((-1,) + (1,) * (x.ndim - 2)) if x.ndim > 1 else slope.reshape((1,) * x.ndim)
