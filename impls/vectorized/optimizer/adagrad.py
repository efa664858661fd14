"""AdaGrad in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_choice, require_same_shape


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """Block by block and without temporaries: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, accumulator=accumulator)
    require_at_least(0, lr=lr, eps=eps)
    require_choice(("outside", "inside"), epsilon=epsilon)
    p, g, a = (flat(array, param.dtype) for array in (param, grad, accumulator))
    new_p, new_a = np.empty_like(p), np.empty_like(a)
    for part in blocks(p.size):
        total = np.multiply(g[part], g[part], out=new_a[part])
        total += a[part]
        if epsilon == "inside":
            work = np.add(total, eps, out=new_p[part])
            np.sqrt(work, out=work)
        else:
            work = np.sqrt(total, out=new_p[part])
            work += eps
        np.divide(g[part], work, out=work)
        work *= lr
        np.subtract(p[part], work, out=work)
    return new_p.reshape(param.shape), new_a.reshape(param.shape)
