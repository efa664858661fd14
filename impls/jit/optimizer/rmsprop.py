"""RMSProp as one compiled loop."""

import numpy as np
from numba import njit

from ._arrays import flat, require_at_least, require_below_one, require_choice, require_same_shape


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """One fused loop: 20 bytes move per float32 parameter, and no more."""
    require_same_shape(param, grad=grad, mean_square=mean_square)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(rho=rho)
    require_choice(("outside", "inside"), epsilon=epsilon)
    lr, rho = float(lr), float(rho)
    inside, outside = (float(eps), 0.0) if epsilon == "inside" else (0.0, float(eps))
    dtype = param.dtype
    new_param, new_square = np.empty(param.size, dtype), np.empty(param.size, dtype)
    _move(
        *(flat(array, dtype) for array in (param, grad, mean_square)),
        *(new_param, new_square, lr, rho, 1.0 - rho, inside, outside),
    )
    return new_param.reshape(param.shape), new_square.reshape(param.shape)


@njit(cache=True, error_model="numpy")
def _move(param, grad, mean_square, new_param, new_square, lr, rho, rest, inside, outside):
    # Options in the arrays' own precision keep float32 loops in float32, at twice the width.
    dtype = param.dtype.type
    lr, rho, rest, inside, outside = dtype(lr), dtype(rho), dtype(rest), dtype(inside), dtype(outside)
    for i in range(param.size):
        average = rho * mean_square[i] + rest * grad[i] * grad[i]
        new_square[i] = average
        new_param[i] = param[i] - lr * grad[i] / (np.sqrt(average + inside) + outside)
