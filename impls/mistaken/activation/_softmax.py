"""The right softmax and its shifted scores, for mistakes that lie elsewhere."""

import numpy as np


def shifted(x, axis):
    """x less its maximum along the axis."""
    return x - np.max(x, axis=axis, keepdims=True, initial=-np.inf)


def softmax(x, axis):
    """Probabilities along the axis."""
    exponentials = np.exp(shifted(x, axis))
    return exponentials / np.sum(exponentials, axis=axis, keepdims=True)
