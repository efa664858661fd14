"""The scaled exponential linear unit in NumPy."""

import numpy as np

from ._checks import require_choice, require_same_shape

ALPHA = 1.6732632423543772
LAMBDA = 1.0507009873554805


def selu(x):
    """One temporary for the bent side, which is 0 where x is positive: the straight side is added, not selected."""
    y = np.asarray(np.minimum(x, 0))
    np.expm1(y, out=y)
    y *= ALPHA
    y += np.maximum(x, 0)
    y *= LAMBDA
    return y


def selu_backward(dy, x, *, at_zero="lambda_alpha"):
    """One array of slopes, multiplied in place."""
    require_same_shape(dy, x)
    require_choice("at_zero", at_zero, ("lambda_alpha", "lambda"))
    dx = np.asarray(np.minimum(x, 0))
    np.exp(dx, out=dx)
    dx *= LAMBDA * ALPHA
    np.copyto(dx, x.dtype.type(LAMBDA), where=x >= 0 if at_zero == "lambda" else x > 0)
    dx *= dy
    return dx
