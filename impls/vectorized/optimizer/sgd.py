"""Gradient descent in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_same_shape


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """Each block is worked on in place in the result while it is in the cache; there are no temporaries."""
    require_same_shape(param, grad=grad)
    require_at_least(0, lr=lr, weight_decay=weight_decay)
    p, g = flat(param, param.dtype), flat(grad, param.dtype)
    new = np.empty_like(p)
    for part in blocks(p.size):
        step = np.multiply(p[part], weight_decay, out=new[part])
        step += g[part]
        step *= lr
        np.subtract(p[part], step, out=step)
    return new.reshape(param.shape)
