"""AdaMax in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_choice, require_same_shape


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """Block by block and without temporaries: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, m=m, u=u)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("in_maximum", "in_denominator"), epsilon=epsilon)
    rate = lr / (1.0 - beta1**step)
    p, g, old_m, old_u = (flat(array, param.dtype) for array in (param, grad, m, u))
    new_p, new_m, new_u = np.empty_like(p), np.empty_like(p), np.empty_like(p)
    for part in blocks(p.size):
        work = np.multiply(g[part], 1.0 - beta1, out=new_p[part])
        first = np.multiply(old_m[part], beta1, out=new_m[part])
        first += work
        np.abs(g[part], out=work)
        if epsilon == "in_maximum":
            work += eps
        largest = np.multiply(old_u[part], beta2, out=new_u[part])
        np.maximum(largest, work, out=largest)
        divisor = largest
        if epsilon == "in_denominator":
            divisor = np.add(largest, eps, out=work)
        np.divide(first, divisor, out=work)
        work *= rate
        np.subtract(p[part], work, out=work)
    return new_p.reshape(param.shape), new_m.reshape(param.shape), new_u.reshape(param.shape)
