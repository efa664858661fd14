"""Nesterov's momentum in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_choice, require_same_shape


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """Block by block, with one short temporary: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, velocity=velocity)
    require_at_least(0, lr=lr)
    require_below_one(momentum=momentum)
    require_choice(("lr_inside", "lr_outside"), form=form)
    gain, ahead = (-lr, momentum) if form == "lr_inside" else (1.0, -lr * momentum)
    p, g, v = (flat(array, param.dtype) for array in (param, grad, velocity))
    new_p, new_v = np.empty_like(p), np.empty_like(v)
    for part in blocks(p.size):
        moved = np.multiply(g[part], gain, out=new_p[part])
        kept = np.multiply(v[part], momentum, out=new_v[part])
        kept += moved
        work = np.multiply(kept, ahead)
        np.multiply(g[part], -lr, out=moved)
        moved += work
        moved += p[part]
    return new_p.reshape(param.shape), new_v.reshape(param.shape)
