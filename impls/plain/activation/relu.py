"""The rectified linear unit in plain Python."""

import numpy as np

from ._checks import require_choice, require_same_shape


def relu(x):
    """One comparison per element, in an order that lets NaN through."""
    return np.array([0.0 if value <= 0 else value for value in x.ravel().tolist()], x.dtype).reshape(x.shape)


def relu_backward(dy, x, *, at_zero="zero"):
    """One decision per element: the slope is looked up, never multiplied by 0."""
    require_same_shape(dy, x)
    require_choice("at_zero", at_zero, ("zero", "one", "half"))
    slope_at_zero = {"zero": 0.0, "one": 1.0, "half": 0.5}[at_zero]
    dx = []
    for gradient, value in zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True):
        if value > 0:
            dx.append(gradient)
        elif value == 0 and slope_at_zero:
            dx.append(gradient * slope_at_zero)
        else:
            dx.append(0.0)
    return np.array(dx, dy.dtype).reshape(x.shape)
