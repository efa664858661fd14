"""Nesterov's momentum, gone wrong."""

import numpy as np


def no_look_ahead(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You moved the parameter by the velocity itself, which is classical momentum.

    Nesterov looks one step further along the new velocity: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = momentum * velocity - lr * grad
    return param + velocity, velocity


def looks_back(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You subtracted the look-ahead, so the parameter is held back where it should be carried on.

    The velocity has its sign already; add it: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = momentum * velocity - lr * grad
    return param - momentum * velocity - lr * grad, velocity


def looks_ahead_in_full(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You added the whole new velocity and the gradient on top of it, so the gradient acts twice in full.

    The velocity ahead has faded by µ: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = momentum * velocity - lr * grad
    return param + velocity - lr * grad, velocity


def new_velocity_for_the_old(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You wrote the move in terms of the old velocity, p + µ²·v − (1 + µ)·lr·g, but put the new one in.

    Either move before the velocity is replaced, or write the move with the new one: p + µ·v − lr·g.
    """
    velocity = momentum * velocity - lr * grad
    return param + momentum**2 * velocity - (1 + momentum) * lr * grad, velocity


def gradient_forgotten(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You moved by µ·v alone, and left out the step along the gradient itself.

    Both take part: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = momentum * velocity - lr * grad
    return param + momentum * velocity, velocity


def look_ahead_kept(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You handed back the move, look-ahead included, as the velocity, so the next step looks ahead from there.

    The look-ahead moves the parameter only; keep v = µ·v − lr·g, and p + µ·v − lr·g.
    """
    velocity = momentum * velocity - lr * grad
    move = momentum * velocity - lr * grad
    return param + move, move


def velocity_forgotten(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You started every step from a velocity of zero.

    Carry the velocity from step to step: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = -lr * grad
    return param + momentum * velocity - lr * grad, velocity


def velocity_not_returned(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You moved by the new velocity but handed back the old one, so it never builds up.

    Return the new velocity: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    return param + momentum * (momentum * velocity - lr * grad) - lr * grad, velocity.copy()


def weights_exchanged(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You kept the share 1 − µ of the old velocity instead of µ.

    A momentum of 0.9 remembers nine tenths: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    velocity = (1 - momentum) * velocity - lr * grad
    return param + momentum * velocity - lr * grad, velocity


def skips_zero_gradients(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You left alone every element whose gradient is zero, but its velocity has to carry it on.

    The formula has no exception for a gradient of zero: v = µ·v − lr·g, p + µ·v − lr·g.
    """
    new = momentum * velocity - lr * grad
    moved = param + momentum * new - lr * grad
    return np.where(grad != 0, moved, param), np.where(grad != 0, new, velocity)


def caller_velocity_changed(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """You updated the caller's velocity in place, so a step that is repeated or undone starts from another state.

    Make a new array, with `momentum * velocity` in place of `velocity *= momentum`: v = µ·v − lr·g.
    """
    velocity *= momentum
    velocity -= lr * grad
    return param + momentum * velocity - lr * grad, velocity
