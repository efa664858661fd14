"""Nadam in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_choice, require_same_shape


def nadam(
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
    schedule="constant",
    lookahead="dozat",
):
    """Block by block, with one short temporary: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, m=m, v=v)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("constant", "slow", "fast"), schedule=schedule)
    require_choice(("dozat", "plain") if schedule == "constant" else ("dozat",), lookahead=lookahead)
    ahead, now = _weights(step, float(beta1), schedule, lookahead)
    correction = 1.0 - beta2**step
    p, g, old_m, old_v = (flat(array, param.dtype) for array in (param, grad, m, v))
    new_p, new_m, new_v = np.empty_like(p), np.empty_like(p), np.empty_like(p)
    for part in blocks(p.size):
        moved = np.multiply(g[part], 1.0 - beta1, out=new_p[part])
        first = np.multiply(old_m[part], beta1, out=new_m[part])
        first += moved
        work = np.multiply(g[part], g[part])
        work *= 1.0 - beta2
        second = np.multiply(old_v[part], beta2, out=new_v[part])
        second += work
        np.multiply(first, ahead, out=moved)
        np.multiply(g[part], now, out=work)
        moved += work
        np.divide(second, correction, out=work)
        np.sqrt(work, out=work)
        work += eps
        moved /= work
        moved *= lr
        np.subtract(p[part], moved, out=moved)
    return new_p.reshape(param.shape), new_m.reshape(param.shape), new_v.reshape(param.shape)


def _weights(step, beta1, schedule, lookahead):
    # What m and the gradient are multiplied by: Python floats, which leave float32 arrays as they are.
    if lookahead == "plain":
        seen = 1.0 - beta1**step
        return beta1 / seen, (1.0 - beta1) / seen
    t = np.arange(1, step + 2)
    if schedule == "constant":
        now = following = beta1
        product = beta1**step
    else:
        momenta = beta1 * (1.0 - 0.5 * 0.96 ** (t / 250 if schedule == "slow" else t))
        now, following = momenta[-2:].tolist()
        product = float(np.prod(momenta[:-1]))
    return following / (1.0 - product * following), (1.0 - now) / (1.0 - product)
