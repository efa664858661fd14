"""Lion, gone wrong."""

import numpy as np


def _average(m, grad, beta):
    return beta * m + (1 - beta) * grad


def sign_forgotten(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You moved by the average itself, so the step depends on the gradient's scale.

    Lion takes the sign, and every element moves by lr: p − lr·(sign(β₁·m + (1 − β₁)·g) + λ·p).
    """
    return param - lr * (_average(m, grad, beta1) + weight_decay * param), _average(m, grad, beta2)


def sign_of_the_gradient(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You took the sign of the gradient alone, which leaves no momentum.

    The sign is that of an average: p − lr·(sign(β₁·m + (1 − β₁)·g) + λ·p).
    """
    return param - lr * (np.sign(grad) + weight_decay * param), _average(m, grad, beta2)


def sign_of_the_new_average(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You updated m with β₂ first and took its sign, so the new gradient hardly counts.

    The sign is taken of another average, with β₁, of the old m: sign(β₁·m + (1 − β₁)·g); then m = β₂·m + (1 − β₂)·g.
    """
    m = _average(m, grad, beta2)
    return param - lr * (np.sign(m) + weight_decay * param), m


def one_average_for_both(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You kept the average whose sign you took, so β₂ plays no part.

    What is kept remembers longer: m = β₂·m + (1 − β₂)·g.
    """
    m = _average(m, grad, beta1)
    return param - lr * (np.sign(m) + weight_decay * param), m


def averages_applied_in_turn(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You made the average to keep from the one whose sign you took, so this gradient enters it twice.

    Both averages start from the old m: sign(β₁·m + (1 − β₁)·g), and m = β₂·m + (1 − β₂)·g.
    """
    m = _average(m, grad, beta1)
    return param - lr * (np.sign(m) + weight_decay * param), _average(m, grad, beta2)


def betas_exchanged(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You took the sign of the average with β₂ and kept the one with β₁.

    β₁ belongs to the sign and β₂ to what is kept: sign(β₁·m + (1 − β₁)·g), m = β₂·m + (1 − β₂)·g.
    """
    return param - lr * (np.sign(_average(m, grad, beta2)) + weight_decay * param), _average(m, grad, beta1)


def zero_counts_as_positive(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You gave an average of exactly 0 the sign +1, so an element without any gradient drifts away.

    The sign of 0 is 0: p − lr·(sign(β₁·m + (1 − β₁)·g) + λ·p).
    """
    average = _average(m, grad, beta1)
    sign = np.where(np.isnan(average), average, np.where(average >= 0, 1.0, -1.0).astype(average.dtype))
    return param - lr * (sign + weight_decay * param), _average(m, grad, beta2)


def decay_forgotten(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You left out the weight decay.

    It stands in the bracket, beside the sign: p − lr·(sign(β₁·m + (1 − β₁)·g) + λ·p).
    """
    return param - lr * np.sign(_average(m, grad, beta1)), _average(m, grad, beta2)


def decay_not_scaled(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You took the decay from the parameter without the learning rate, so it is many times too strong.

    The rate stands outside the bracket, for both: p − lr·(sign(β₁·m + (1 − β₁)·g) + λ·p).
    """
    return param - weight_decay * param - lr * np.sign(_average(m, grad, beta1)), _average(m, grad, beta2)


def decay_in_the_gradient(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You added the decay to the gradient, where it can only turn a sign and spoils the average.

    The decay acts on the parameter itself: p − lr·(sign(β₁·m + (1 − β₁)·g) + λ·p), m = β₂·m + (1 − β₂)·g.
    """
    grad = grad + weight_decay * param
    return param - lr * np.sign(_average(m, grad, beta1)), _average(m, grad, beta2)


def caller_average_changed(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """You updated the caller's average in place, so a step that is repeated or undone starts from another state.

    Make a new array, with `beta2 * m + …` in place of `m *= beta2`: m = β₂·m + (1 − β₂)·g.
    """
    moved = param - lr * (np.sign(_average(m, grad, beta1)) + weight_decay * param)
    m *= beta2
    m += (1 - beta2) * grad
    return moved, m
