"""AMSGrad in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_choice, require_same_shape


def amsgrad(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="raw"):
    """Block by block and without temporaries: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, m=m, v=v, v_max=v_max)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("raw", "corrected"), maximum_of=maximum_of)
    rate, correction = lr / (1.0 - beta1**step), 1.0 - beta2**step
    p, g, old_m, old_v, old_top = (flat(array, param.dtype) for array in (param, grad, m, v, v_max))
    new_p, new_m, new_v, new_top = (np.empty_like(p) for _ in range(4))
    for part in blocks(p.size):
        work = np.multiply(g[part], 1.0 - beta1, out=new_p[part])
        first = np.multiply(old_m[part], beta1, out=new_m[part])
        first += work
        np.multiply(g[part], g[part], out=work)
        work *= 1.0 - beta2
        second = np.multiply(old_v[part], beta2, out=new_v[part])
        second += work
        if maximum_of == "raw":
            top = np.maximum(old_top[part], second, out=new_top[part])
            np.divide(top, correction, out=work)
            np.sqrt(work, out=work)
        else:
            np.divide(second, correction, out=work)
            top = np.maximum(old_top[part], work, out=new_top[part])
            np.sqrt(top, out=work)
        work += eps
        np.divide(first, work, out=work)
        work *= rate
        np.subtract(p[part], work, out=work)
    return tuple(array.reshape(param.shape) for array in (new_p, new_m, new_v, new_top))
