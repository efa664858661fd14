"""The scaled exponential linear unit in plain Python."""

import math

import numpy as np

from ._checks import require_choice, require_same_shape

LAMBDA = 1.0507009873554805
LAMBDA_ALPHA = LAMBDA * 1.6732632423543772


def selu(x):
    """An exponential for the negative elements only, by expm1, which keeps the digits near 0."""
    y = [LAMBDA * value if value > 0 else LAMBDA_ALPHA * math.expm1(value) for value in x.ravel().tolist()]
    return np.array(y, x.dtype).reshape(x.shape)


def selu_backward(dy, x, *, at_zero="lambda_alpha"):
    """An exponential for the negative elements only; the slope at 0 is looked up."""
    require_same_shape(dy, x)
    require_choice("at_zero", at_zero, ("lambda_alpha", "lambda"))
    slope_at_zero = {"lambda_alpha": LAMBDA_ALPHA, "lambda": LAMBDA}[at_zero]
    dx = []
    for gradient, value in zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True):
        if value > 0:
            dx.append(gradient * LAMBDA)
        elif value == 0:
            dx.append(gradient * slope_at_zero)
        else:
            dx.append(gradient * LAMBDA_ALPHA * math.exp(value))
    return np.array(dx, dy.dtype).reshape(x.shape)
