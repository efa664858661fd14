"""The leaky rectified linear unit in NumPy."""

import numpy as np

from ._checks import require_choice, require_not_negative, require_same_shape


def leaky_relu(x, *, slope=0.01):
    """No mask and no branch: the positive and the negative part, added."""
    require_not_negative("slope", slope)
    y = np.asarray(np.minimum(x, 0))
    y *= slope
    y += np.maximum(x, 0)
    return y


def leaky_relu_backward(dy, x, *, slope=0.01, at_zero="slope"):
    """One product, over which the gradients that pass unchanged are copied."""
    require_same_shape(dy, x)
    require_not_negative("slope", slope)
    require_choice("at_zero", at_zero, ("slope", "one"))
    dx = np.asarray(dy * slope)
    np.copyto(dx, dy, where=x >= 0 if at_zero == "one" else x > 0)
    return dx
