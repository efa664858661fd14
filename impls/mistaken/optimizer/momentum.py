"""Momentum, gone wrong."""

import numpy as np


def _new(grad, lr, momentum, form):
    if form == "lr_inside":
        return -lr * grad
    return grad if form == "lr_outside" else (1 - momentum) * grad


def _move(velocity, lr, form):
    return velocity if form == "lr_inside" else -lr * velocity


def velocity_forgotten(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You started every step from a velocity of zero, which is plain gradient descent.

    Carry the velocity from step to step: v = µ·v − lr·g, p + v.
    """
    velocity = _new(grad, lr, momentum, form)
    return param + _move(velocity, lr, form), velocity


def velocity_not_returned(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You moved the parameter by the new velocity but handed back the old one, so it never builds up.

    Return the velocity you moved by: v = µ·v − lr·g, p + v.
    """
    return param + _move(momentum * velocity + _new(grad, lr, momentum, form), lr, form), velocity.copy()


def moves_by_old_velocity(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You moved the parameter by the velocity from before this step, so every gradient acts one step late.

    Update the velocity first, then move by it: v = µ·v − lr·g, p + v.
    """
    return param + _move(velocity, lr, form), momentum * velocity + _new(grad, lr, momentum, form)


def velocity_subtracted(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You subtracted a velocity that already has the minus sign in it, so the parameter climbs.

    The sign belongs in one place only: v = µ·v − lr·g, p + v.
    """
    velocity = momentum * velocity - lr * grad
    return param - velocity, velocity


def velocity_points_uphill(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You added lr·g to a velocity that is then subtracted, so a velocity given from outside acts the wrong way round.

    From a velocity of zero the parameters come out the same, but the state does not: v = µ·v − lr·g, p + v.
    """
    velocity = momentum * velocity + lr * grad
    return param - velocity, velocity


def gradient_damped(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You weighted the gradient by 1 − µ, which makes the velocity an average and the steps 1/(1 − µ) times smaller.

    With the learning rate inside the velocity the gradient enters in full: v = µ·v − lr·g, p + v.
    """
    velocity = momentum * velocity - (1 - momentum) * lr * grad
    return param + velocity, velocity


def rate_applied_twice(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You multiplied by the learning rate both when updating the velocity and when moving by it.

    The rate is in the velocity already: v = µ·v − lr·g, p + v.
    """
    velocity = momentum * velocity - lr * grad
    return param + lr * velocity, velocity


def rate_scales_old_velocity(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You multiplied the old velocity by the learning rate together with the gradient, so it dies within a step.

    The rate belongs to the gradient alone: v = µ·v − lr·g, p + v.
    """
    velocity = lr * (momentum * velocity - grad)
    return param + velocity, velocity


def weights_exchanged(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You kept the share 1 − µ of the old velocity instead of µ.

    A momentum of 0.9 remembers nine tenths: v = µ·v − lr·g, p + v.
    """
    velocity = (1 - momentum) * velocity + _new(grad, lr, 1 - momentum, form)
    return param + _move(velocity, lr, form), velocity


def looks_ahead(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You applied the momentum a second time on the way to the parameter, which is Nesterov's method.

    Classical momentum moves by the velocity itself: v = µ·v − lr·g, p + v.
    """
    velocity = momentum * velocity + _new(grad, lr, momentum, form)
    return param + _move(momentum * velocity, lr, form) + _move(_new(grad, lr, momentum, form), lr, form), velocity


def skips_zero_gradients(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You left alone every element whose gradient is zero, but its velocity has to carry it on.

    The formula has no exception for a gradient of zero: v = µ·v − lr·g, p + v.
    """
    moving = grad != 0
    new = momentum * velocity + _new(grad, lr, momentum, form)
    return np.where(moving, param + _move(new, lr, form), param), np.where(moving, new, velocity)


def one_velocity_for_all(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You moved every element by the same velocity, the mean over the whole array.

    Each element has a velocity of its own: v = µ·v − lr·g, p + v.
    """
    velocity = momentum * velocity + _new(grad, lr, momentum, form)
    if velocity.size:
        velocity = np.zeros_like(velocity) + np.mean(velocity)
    return param + _move(velocity, lr, form), velocity


def caller_gradient_changed(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You scaled the caller's gradient by the learning rate in place, so it is wrong for everyone who reads it next.

    Make a new array, with `lr * grad` in place of `grad *= lr`: v = µ·v − lr·g, p + v.
    """
    grad *= lr
    velocity = momentum * velocity - grad
    return param + velocity, velocity


def caller_velocity_changed(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You updated the caller's velocity in place, so a step that is repeated or undone starts from another state.

    Make a new array, with `momentum * velocity` in place of `velocity *= momentum`: v = µ·v − lr·g, p + v.
    """
    velocity *= momentum
    velocity += _new(grad, lr, momentum, form)
    return param + _move(velocity, lr, form), velocity


def caller_parameter_changed(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You moved the caller's parameter in place, so that nobody can compare with it or go back to it.

    Make a new array, with `param + velocity` in place of `param += velocity`: v = µ·v − lr·g, p + v.
    """
    velocity = momentum * velocity + _new(grad, lr, momentum, form)
    param += _move(velocity, lr, form)
    return param, velocity


def momentum_scales_the_gradient(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You multiplied the whole sum by the momentum, so that the new gradient loses a share before it has acted.

    Only the old velocity fades: v = µ·v − lr·g, p + v.
    """
    velocity = momentum * (velocity + _new(grad, lr, momentum, form))
    return param + _move(velocity, lr, form), velocity
