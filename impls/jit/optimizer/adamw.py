"""AdamW as one compiled loop."""

import numpy as np
from numba import njit

from ._arrays import flat, require_at_least, require_below_one, require_choice, require_same_shape


def adamw(
    param,
    grad,
    m,
    v,
    *,
    step,
    lr=0.001,
    beta1=0.9,
    beta2=0.999,
    eps=1e-8,
    weight_decay=0.01,
    decay="lr_scaled",
):
    """One fused loop: the decay costs a multiplication and no memory traffic on top of Adam."""
    require_same_shape(param, grad=grad, m=m, v=v)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps, weight_decay=weight_decay)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("lr_scaled", "plain"), decay=decay)
    lr, beta1, beta2, eps = float(lr), float(beta1), float(beta2), float(eps)
    stays = 1.0 - float(weight_decay) * (lr if decay == "lr_scaled" else 1.0)
    dtype = param.dtype
    new_param, new_m, new_v = (np.empty(param.size, dtype) for _ in range(3))
    _move(
        *(flat(array, dtype) for array in (param, grad, m, v)),
        *(new_param, new_m, new_v),
        *(beta1, 1.0 - beta1, beta2, 1.0 - beta2, stays, lr / (1.0 - beta1**step), 1.0 / (1.0 - beta2**step), eps),
    )
    return new_param.reshape(param.shape), new_m.reshape(param.shape), new_v.reshape(param.shape)


@njit(cache=True, error_model="numpy")
def _move(param, grad, m, v, new_param, new_m, new_v, beta1, rest1, beta2, rest2, stays, rate, scale, eps):
    # Options in the arrays' own precision keep float32 loops in float32, at twice the width.
    dtype = param.dtype.type
    beta1, rest1, beta2, rest2 = dtype(beta1), dtype(rest1), dtype(beta2), dtype(rest2)
    stays, rate, scale, eps = dtype(stays), dtype(rate), dtype(scale), dtype(eps)
    for i in range(param.size):
        first = beta1 * m[i] + rest1 * grad[i]
        second = beta2 * v[i] + rest2 * grad[i] * grad[i]
        new_m[i] = first
        new_v[i] = second
        new_param[i] = stays * param[i] - rate * first / (np.sqrt(second * scale) + eps)
