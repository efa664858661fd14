"""The truth about unusual forms."""

import numpy as np


def double_all(arrays):
    """Return every array doubled."""
    return tuple(2 * array for array in arrays)


def positive_indices(x):
    """Return the indices of the positive numbers."""
    return np.nonzero(x > 0)[0]


def doubled_shape(shape):
    """Return every length doubled, and the product."""
    return tuple(2 * length for length in shape), int(np.prod(shape))
