"""Lion as one compiled loop."""

import numpy as np
from numba import njit

from ._arrays import flat, require_at_least, require_below_one, require_same_shape


def lion(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """One fused loop: 20 bytes move per float32 parameter, and no more."""
    require_same_shape(param, grad=grad, m=m)
    require_at_least(0, lr=lr, weight_decay=weight_decay)
    require_below_one(beta1=beta1, beta2=beta2)
    beta1, beta2 = float(beta1), float(beta2)
    dtype = param.dtype
    new_param, new_m = np.empty(param.size, dtype), np.empty(param.size, dtype)
    _move(
        *(flat(array, dtype) for array in (param, grad, m)),
        *(new_param, new_m),
        *(float(lr), beta1, 1.0 - beta1, beta2, 1.0 - beta2, float(weight_decay)),
    )
    return new_param.reshape(param.shape), new_m.reshape(param.shape)


@njit(cache=True, error_model="numpy")
def _move(param, grad, m, new_param, new_m, lr, beta1, rest1, beta2, rest2, decay):
    # Options in the arrays' own precision keep float32 loops in float32, at twice the width.
    dtype = param.dtype.type
    lr, beta1, rest1 = dtype(lr), dtype(beta1), dtype(rest1)
    beta2, rest2, decay = dtype(beta2), dtype(rest2), dtype(decay)
    for i in range(param.size):
        direction = np.sign(beta1 * m[i] + rest1 * grad[i])
        new_m[i] = beta2 * m[i] + rest2 * grad[i]
        new_param[i] = param[i] - lr * (direction + decay * param[i])
