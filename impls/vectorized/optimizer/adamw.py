"""AdamW in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_choice, require_same_shape


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
    """Block by block and without temporaries: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, m=m, v=v)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps, weight_decay=weight_decay)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("lr_scaled", "plain"), decay=decay)
    stays = 1.0 - (lr * weight_decay if decay == "lr_scaled" else weight_decay)
    rate, correction = lr / (1.0 - beta1**step), 1.0 - beta2**step
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
        np.divide(second, correction, out=work)
        np.sqrt(work, out=work)
        work += eps
        np.divide(first, work, out=work)
        work *= rate
        kept = np.multiply(p[part], stays, out=new_p[part])
        kept -= work
    return new_p.reshape(param.shape), new_m.reshape(param.shape), new_v.reshape(param.shape)
