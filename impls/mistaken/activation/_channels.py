"""What is right in mistakes about learned slopes."""

import numpy as np


def along_channels(slope, x):
    """The slopes, lined up with axis 1."""
    return np.reshape(slope, (-1,) + (1,) * (x.ndim - 2)) if x.ndim > 1 else np.reshape(slope, (1,) * x.ndim)


def summed_like(slope, values):
    """The sums of the values that share a slope."""
    if len(slope) == 1:
        return np.reshape(np.sum(values), 1)
    return np.sum(values, axis=(0, *range(2, values.ndim)))
