"""Adadelta in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_same_shape


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """Block by block, with one short temporary: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, mean_square=mean_square, mean_square_delta=mean_square_delta)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(rho=rho)
    p, g, old_s, old_d = (flat(array, param.dtype) for array in (param, grad, mean_square, mean_square_delta))
    new_p, new_s, new_d = np.empty_like(p), np.empty_like(p), np.empty_like(p)
    for part in blocks(p.size):
        work = np.multiply(g[part], g[part])
        work *= 1.0 - rho
        square = np.multiply(old_s[part], rho, out=new_s[part])
        square += work
        np.add(square, eps, out=work)
        delta = np.add(old_d[part], eps, out=new_p[part])
        delta /= work
        np.sqrt(delta, out=delta)
        delta *= g[part]
        np.multiply(delta, delta, out=work)
        work *= 1.0 - rho
        moved = np.multiply(old_d[part], rho, out=new_d[part])
        moved += work
        delta *= lr
        np.subtract(p[part], delta, out=delta)
    return new_p.reshape(param.shape), new_s.reshape(param.shape), new_d.reshape(param.shape)
