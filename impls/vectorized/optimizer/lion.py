"""Lion in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_same_shape


def lion(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """Block by block, with one short temporary: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, m=m)
    require_at_least(0, lr=lr, weight_decay=weight_decay)
    require_below_one(beta1=beta1, beta2=beta2)
    p, g, old_m = (flat(array, param.dtype) for array in (param, grad, m))
    new_p, new_m = np.empty_like(p), np.empty_like(p)
    for part in blocks(p.size):
        move = np.multiply(old_m[part], beta1, out=new_p[part])
        work = np.multiply(g[part], 1.0 - beta1)
        move += work
        np.sign(move, out=move)
        if weight_decay:
            np.multiply(p[part], weight_decay, out=work)
            move += work
        move *= lr
        np.subtract(p[part], move, out=move)
        np.multiply(g[part], 1.0 - beta2, out=work)
        average = np.multiply(old_m[part], beta2, out=new_m[part])
        average += work
    return new_p.reshape(param.shape), new_m.reshape(param.shape)
