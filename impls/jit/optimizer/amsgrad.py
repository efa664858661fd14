"""AMSGrad as one compiled loop."""

import numpy as np
from numba import njit

from ._arrays import flat, require_at_least, require_below_one, require_choice, require_same_shape


def amsgrad(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"):
    """One fused loop: 36 bytes move per float32 parameter, and the corrections are taken out of it."""
    require_same_shape(param, grad=grad, m=m, v=v, v_max=v_max)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("raw", "corrected"), maximum_of=maximum_of)
    lr, beta1, beta2, eps = float(lr), float(beta1), float(beta2), float(eps)
    scale = 1.0 / (1.0 - beta2**step)
    # The second moment is corrected before it is compared, or the largest one after.
    before, after = (1.0, scale) if maximum_of == "raw" else (scale, 1.0)
    dtype = param.dtype
    new = [np.empty(param.size, dtype) for _ in range(4)]
    _move(
        *(flat(array, dtype) for array in (param, grad, m, v, v_max)),
        *new,
        *(beta1, 1.0 - beta1, beta2, 1.0 - beta2, lr / (1.0 - beta1**step), before, after, eps),
    )
    return tuple(array.reshape(param.shape) for array in new)


@njit(cache=True, error_model="numpy")
def _move(
    param, grad, m, v, v_max, new_param, new_m, new_v, new_max, beta1, rest1, beta2, rest2, rate, before, after, eps
):
    # Options in the arrays' own precision keep float32 loops in float32, at twice the width.
    dtype = param.dtype.type
    beta1, rest1, beta2, rest2 = dtype(beta1), dtype(rest1), dtype(beta2), dtype(rest2)
    rate, before, after, eps = dtype(rate), dtype(before), dtype(after), dtype(eps)
    for i in range(param.size):
        first = beta1 * m[i] + rest1 * grad[i]
        second = beta2 * v[i] + rest2 * grad[i] * grad[i]
        moment = second * before
        # Comparing this way round lets a NaN on either side through.
        largest = v_max[i] if v_max[i] >= moment or v_max[i] != v_max[i] else moment
        new_m[i] = first
        new_v[i] = second
        new_max[i] = largest
        new_param[i] = param[i] - rate * first / (np.sqrt(largest * after) + eps)
