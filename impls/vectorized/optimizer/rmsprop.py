"""RMSProp in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_choice, require_same_shape


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """Block by block and without temporaries: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, mean_square=mean_square)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(rho=rho)
    require_choice(("outside", "inside"), epsilon=epsilon)
    p, g, s = (flat(array, param.dtype) for array in (param, grad, mean_square))
    new_p, new_s = np.empty_like(p), np.empty_like(s)
    for part in blocks(p.size):
        work = np.multiply(g[part], g[part], out=new_p[part])
        work *= 1.0 - rho
        average = np.multiply(s[part], rho, out=new_s[part])
        average += work
        if epsilon == "inside":
            np.add(average, eps, out=work)
            np.sqrt(work, out=work)
        else:
            np.sqrt(average, out=work)
            work += eps
        np.divide(g[part], work, out=work)
        work *= lr
        np.subtract(p[part], work, out=work)
    return new_p.reshape(param.shape), new_s.reshape(param.shape)
