"""The leaky rectified linear unit in plain Python."""

import numpy as np

from ._checks import require_choice, require_not_negative, require_same_shape


def leaky_relu(x, *, slope=0.01):
    """One comparison per element, in an order that lets NaN through."""
    require_not_negative("slope", slope)
    return np.array([v if v > 0 else slope * v for v in x.ravel().tolist()], x.dtype).reshape(x.shape)


def leaky_relu_backward(dy, x, *, slope=0.01, at_zero="slope"):
    """One comparison per element, and a product only where it is needed."""
    require_same_shape(dy, x)
    require_not_negative("slope", slope)
    require_choice("at_zero", at_zero, ("slope", "one"))
    whole_at_zero = at_zero == "one"
    dx = []
    for gradient, value in zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True):
        whole = value > 0 or (whole_at_zero and value == 0)
        dx.append(gradient if whole else slope * gradient)
    return np.array(dx, dy.dtype).reshape(x.shape)
