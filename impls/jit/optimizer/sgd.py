"""Gradient descent as one compiled loop."""

import numpy as np
from numba import njit

from ._arrays import flat, require_at_least, require_same_shape


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """One fused loop: each element is read and written once."""
    require_same_shape(param, grad=grad)
    require_at_least(0, lr=lr, weight_decay=weight_decay)
    new = np.empty(param.size, param.dtype)
    _descend(flat(param, param.dtype), flat(grad, param.dtype), new, float(lr), float(weight_decay))
    return new.reshape(param.shape)


@njit(cache=True, error_model="numpy")
def _descend(param, grad, new, lr, weight_decay):
    # Options in the arrays' own precision keep float32 loops in float32, at twice the width.
    dtype = param.dtype.type
    lr, weight_decay = dtype(lr), dtype(weight_decay)
    for i in range(param.size):
        new[i] = param[i] - lr * (grad[i] + weight_decay * param[i])
