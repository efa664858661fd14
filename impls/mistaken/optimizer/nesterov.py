"""Nesterov's momentum, gone wrong."""

import numpy as np


def _new(grad, lr, form):
    return -lr * grad if form == "lr_inside" else grad


def _move(velocity, lr, form):
    return velocity if form == "lr_inside" else -lr * velocity


def _ahead(param, velocity, new, lr, momentum, form):
    return param + _move(momentum * velocity, lr, form) + _move(new, lr, form)


def no_look_ahead(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You moved the parameter by the velocity itself, which is classical momentum.

    Nesterov looks one step further along the new velocity: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = momentum * velocity + _new(grad, lr, form)
    return param + _move(velocity, lr, form), velocity


def looks_back(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You subtracted the look-ahead, so the parameter is held back where it should be carried on.

    The velocity has its sign already; add it: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = momentum * velocity - lr * grad
    return param - momentum * velocity - lr * grad, velocity


def looks_ahead_in_full(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You added the whole new velocity and the gradient on top of it, so the gradient acts twice in full.

    The velocity ahead has faded by µ: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = momentum * velocity + _new(grad, lr, form)
    return param + _move(velocity, lr, form) + _move(_new(grad, lr, form), lr, form), velocity


def new_velocity_for_the_old(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You wrote the move in terms of the old velocity, p + µ²·v − (1 + µ)·lr·g, but put the new one in.

    Either move before the velocity is replaced, or write the move with the new one: p + µ·v − lr·g.
    """
    velocity = momentum * velocity + _new(grad, lr, form)
    twice = (1 + momentum) * _new(grad, lr, form)
    return param + _move(momentum**2 * velocity, lr, form) + _move(twice, lr, form), velocity


def gradient_forgotten(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You moved by µ·v alone, and left out the step along the gradient itself.

    Both take part: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = momentum * velocity + _new(grad, lr, form)
    return param + _move(momentum * velocity, lr, form), velocity


def look_ahead_kept(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You handed back the move, look-ahead included, as the velocity, so the next step looks ahead from there.

    The look-ahead moves the parameter only; keep v = µ·v − lr·g, and p + µ·v − lr·g.
    """
    velocity = momentum * velocity + _new(grad, lr, form)
    ahead = momentum * velocity + _new(grad, lr, form)
    return param + _move(ahead, lr, form), ahead


def velocity_forgotten(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You started every step from a velocity of zero.

    Carry the velocity from step to step: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = _new(grad, lr, form)
    return _ahead(param, velocity, _new(grad, lr, form), lr, momentum, form), velocity


def velocity_not_returned(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You moved by the new velocity but handed back the old one, so it never builds up.

    Return the new velocity: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    new = _new(grad, lr, form)
    return _ahead(param, momentum * velocity + new, new, lr, momentum, form), velocity.copy()


def weights_exchanged(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You kept the share 1 − µ of the old velocity instead of µ.

    A momentum of 0.9 remembers nine tenths: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = (1 - momentum) * velocity + _new(grad, lr, form)
    return _ahead(param, velocity, _new(grad, lr, form), lr, momentum, form), velocity


def skips_zero_gradients(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You left alone every element whose gradient is zero, but its velocity has to carry it on.

    The formula has no exception for a gradient of zero: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    new = momentum * velocity + _new(grad, lr, form)
    moved = _ahead(param, new, _new(grad, lr, form), lr, momentum, form)
    return np.where(grad != 0, moved, param), np.where(grad != 0, new, velocity)


def caller_velocity_changed(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """You updated the caller's velocity in place, so a step that is repeated or undone starts from another state.

    Make a new array, with `momentum * velocity` in place of `velocity *= momentum`: v = µ·v − lr·g.
    """
    velocity *= momentum
    velocity += _new(grad, lr, form)
    return _ahead(param, velocity, _new(grad, lr, form), lr, momentum, form), velocity
