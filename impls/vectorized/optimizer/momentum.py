"""Momentum in whole-array operations."""

import numpy as np

from ._blocks import blocks, flat, require_at_least, require_below_one, require_choice, require_same_shape


def momentum(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """Block by block and without temporaries: operands are still in the cache at the next operation."""
    require_same_shape(param, grad=grad, velocity=velocity)
    require_at_least(0, lr=lr)
    require_below_one(momentum=momentum)
    require_choice(("lr_inside", "lr_outside", "average"), form=form)
    gain, move = {"lr_inside": (-lr, 1.0), "lr_outside": (1.0, -lr), "average": (1.0 - momentum, -lr)}[form]
    p, g, v = (flat(array, param.dtype) for array in (param, grad, velocity))
    new_p, new_v = np.empty_like(p), np.empty_like(v)
    for part in blocks(p.size):
        step = np.multiply(g[part], gain, out=new_p[part])
        kept = np.multiply(v[part], momentum, out=new_v[part])
        kept += step
        np.multiply(kept, move, out=step)
        step += p[part]
    return new_p.reshape(param.shape), new_v.reshape(param.shape)
