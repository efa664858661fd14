"""AdaGrad as one compiled loop."""

import numpy as np
from numba import njit

from ._arrays import flat, require_at_least, require_choice, require_same_shape


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """One fused loop: 20 bytes move per float32 parameter, and no more."""
    require_same_shape(param, grad=grad, accumulator=accumulator)
    require_at_least(0, lr=lr, eps=eps)
    require_choice(("outside", "inside"), epsilon=epsilon)
    inside, outside = (float(eps), 0.0) if epsilon == "inside" else (0.0, float(eps))
    dtype = param.dtype
    new_param, new_sum = np.empty(param.size, dtype), np.empty(param.size, dtype)
    _move(
        *(flat(array, dtype) for array in (param, grad, accumulator)),
        *(new_param, new_sum, float(lr), inside, outside),
    )
    return new_param.reshape(param.shape), new_sum.reshape(param.shape)


@njit(cache=True, error_model="numpy")
def _move(param, grad, accumulator, new_param, new_sum, lr, inside, outside):
    # Options in the arrays' own precision keep float32 loops in float32, at twice the width.
    dtype = param.dtype.type
    lr, inside, outside = dtype(lr), dtype(inside), dtype(outside)
    for i in range(param.size):
        total = accumulator[i] + grad[i] * grad[i]
        new_sum[i] = total
        new_param[i] = param[i] - lr * grad[i] / (np.sqrt(total + inside) + outside)
