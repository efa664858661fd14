"""Nesterov's momentum, one element at a time."""

from ._lists import flat, require_at_least, require_below_one, require_choice, require_same_shape, shaped


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """The formula as it stands, in Python's own floats: each form is two short lines."""
    require_same_shape(param, grad=grad, velocity=velocity)
    require_at_least(0, lr=lr)
    require_below_one(momentum=momentum)
    require_choice(("lr_inside", "lr_outside"), form=form)
    params, grads, velocities = flat(param), flat(grad), flat(velocity)
    if form == "lr_inside":
        velocities = [momentum * v - lr * g for v, g in zip(velocities, grads, strict=True)]
        params = [p + momentum * v - lr * g for p, v, g in zip(params, velocities, grads, strict=True)]
    else:
        velocities = [momentum * v + g for v, g in zip(velocities, grads, strict=True)]
        params = [p - lr * (g + momentum * v) for p, v, g in zip(params, velocities, grads, strict=True)]
    return shaped(params, param), shaped(velocities, param)
