"""Adam in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_choice, require_same_shape


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """Block by block, with one short temporary: fourteen operations read the memory little more than once."""
    require_same_shape(param, grad=grad, m=m, v=v)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("outside", "inside", "hat"), epsilon=epsilon)
    correction1, correction2 = 1.0 - beta1**step, 1.0 - beta2**step
    rate = lr / correction1 * (correction2**0.5 if epsilon == "hat" else 1.0)
    p, g, old_m, old_v = (flat(array, param.dtype) for array in (param, grad, m, v))
    new_p, new_m, new_v = np.empty_like(p), np.empty_like(p), np.empty_like(p)
    for part in blocks(p.size):
        work = np.multiply(g[part], 1.0 - beta1)
        first = np.multiply(old_m[part], beta1, out=new_m[part])
        first += work
        np.multiply(g[part], g[part], out=work)
        work *= 1.0 - beta2
        second = np.multiply(old_v[part], beta2, out=new_v[part])
        second += work
        if epsilon == "hat":
            np.sqrt(second, out=work)
        else:
            np.divide(second, correction2, out=work)
            if epsilon == "inside":
                work += eps
            np.sqrt(work, out=work)
        if epsilon != "inside":
            work += eps
        np.divide(first, work, out=work)
        work *= rate
        np.subtract(p[part], work, out=new_p[part])
    return new_p.reshape(param.shape), new_m.reshape(param.shape), new_v.reshape(param.shape)
