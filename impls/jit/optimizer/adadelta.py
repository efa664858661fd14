"""Adadelta as one compiled loop."""

import numpy as np
from numba import njit

from ._arrays import flat, require_at_least, require_below_one, require_same_shape


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """One fused loop: 28 bytes move per float32 parameter, and one root serves for both."""
    require_same_shape(param, grad=grad, mean_square=mean_square, mean_square_delta=mean_square_delta)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(rho=rho)
    dtype = param.dtype
    new_param, new_square, new_delta = (np.empty(param.size, dtype) for _ in range(3))
    _move(
        *(flat(array, dtype) for array in (param, grad, mean_square, mean_square_delta)),
        *(new_param, new_square, new_delta),
        *(float(lr), float(rho), 1.0 - float(rho), float(eps)),
    )
    return new_param.reshape(param.shape), new_square.reshape(param.shape), new_delta.reshape(param.shape)


@njit(cache=True, error_model="numpy")
def _move(param, grad, mean_square, mean_square_delta, new_param, new_square, new_delta, lr, rho, rest, eps):
    # Options in the arrays' own precision keep float32 loops in float32, at twice the width.
    dtype = param.dtype.type
    lr, rho, rest, eps = dtype(lr), dtype(rho), dtype(rest), dtype(eps)
    for i in range(param.size):
        square = rho * mean_square[i] + rest * grad[i] * grad[i]
        delta = np.sqrt((mean_square_delta[i] + eps) / (square + eps)) * grad[i]
        new_square[i] = square
        new_delta[i] = rho * mean_square_delta[i] + rest * delta * delta
        new_param[i] = param[i] - lr * delta
