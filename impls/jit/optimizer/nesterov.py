"""Nesterov's momentum as one compiled loop."""

import numpy as np
from numba import njit

from ._arrays import flat, require_at_least, require_below_one, require_choice, require_same_shape


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """One fused loop for both forms, which differ in two factors only."""
    require_same_shape(param, grad=grad, velocity=velocity)
    require_at_least(0, lr=lr)
    require_below_one(momentum=momentum)
    require_choice(("lr_inside", "lr_outside"), form=form)
    lr, keep = float(lr), float(momentum)
    gain, ahead = (-lr, keep) if form == "lr_inside" else (1.0, -lr * keep)
    dtype = param.dtype
    new_param, new_velocity = np.empty(param.size, dtype), np.empty(param.size, dtype)
    _roll(
        *(flat(array, dtype) for array in (param, grad, velocity)), new_param, new_velocity, *(keep, gain, ahead, -lr)
    )
    return new_param.reshape(param.shape), new_velocity.reshape(param.shape)


@njit(cache=True, error_model="numpy")
def _roll(param, grad, velocity, new_param, new_velocity, keep, gain, ahead, move):
    # Options in the arrays' own precision keep float32 loops in float32, at twice the width.
    dtype = param.dtype.type
    keep, gain, ahead, move = dtype(keep), dtype(gain), dtype(ahead), dtype(move)
    for i in range(param.size):
        rolled = keep * velocity[i] + gain * grad[i]
        new_velocity[i] = rolled
        new_param[i] = param[i] + (ahead * rolled + move * grad[i])
