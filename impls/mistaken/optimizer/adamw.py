"""AdamW, gone wrong."""

import numpy as np


def _share(lr, weight_decay, decay):
    return lr * weight_decay if decay == "lr_scaled" else weight_decay


def _moments(grad, m, v, beta1, beta2):
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2


def _move(m, v, step, lr, beta1, beta2, eps):
    with np.errstate(divide="ignore", invalid="ignore"):
        return lr * (m / (1 - beta1**step)) / (np.sqrt(v / (1 - beta2**step)) + eps)


def decay_in_the_gradient(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """You added the decay to the gradient, so it goes into the averages: that is Adam with L2 regularization.

    AdamW takes the decay from the parameter itself, past the averages: p − lr·λ·p − lr·m̂ / (√v̂ + ε).
    """
    m, v = _moments(grad + weight_decay * param, m, v, beta1, beta2)
    return param - _move(m, v, step, lr, beta1, beta2, eps), m, v


def decay_divided_by_the_root(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01
):
    """You added the decay to m̂, so that it is divided by the root as well, and large gradients undo it.

    Only the average is divided: p − lr·λ·p − lr·m̂ / (√v̂ + ε).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    with np.errstate(divide="ignore", invalid="ignore"):
        divisor = np.sqrt(v / (1 - beta2**step)) + eps
        return param - lr * (m / (1 - beta1**step) + weight_decay * param) / divisor, m, v


def decay_in_both(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01, decay="lr_scaled"
):
    """You let the parameter shrink and added the decay to the gradient as well.

    It acts once, on the parameter: p − lr·λ·p − lr·m̂ / (√v̂ + ε).
    """
    m, v = _moments(grad + weight_decay * param, m, v, beta1, beta2)
    return param - _share(lr, weight_decay, decay) * param - _move(m, v, step, lr, beta1, beta2, eps), m, v


def decays_the_moved_parameter(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01, decay="lr_scaled"
):
    """You let the parameter shrink after it had moved, so the decay takes a share of the move as well.

    The decay is of the parameter before the step: p − lr·λ·p − lr·m̂ / (√v̂ + ε).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    moved = param - _move(m, v, step, lr, beta1, beta2, eps)
    return moved - _share(lr, weight_decay, decay) * moved, m, v


def decay_forgotten(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """You left out the decay, which is plain Adam.

    The parameter shrinks as it moves: p − lr·λ·p − lr·m̂ / (√v̂ + ε).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    return param - _move(m, v, step, lr, beta1, beta2, eps), m, v


def decay_grows(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01, decay="lr_scaled"
):
    """You added the decay, so the parameter grows without bound.

    A decay is taken away: p − lr·λ·p − lr·m̂ / (√v̂ + ε).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    return param + _share(lr, weight_decay, decay) * param - _move(m, v, step, lr, beta1, beta2, eps), m, v


def decay_scaled_twice(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """You multiplied the decay by the learning rate twice, so it all but vanishes.

    The rate stands outside the bracket, once for both: p − lr·(λ·p + m̂ / (√v̂ + ε)).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    return param - lr**2 * weight_decay * param - _move(m, v, step, lr, beta1, beta2, eps), m, v


def decays_only_with_gradient(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01, decay="lr_scaled"
):
    """You let only those elements shrink whose gradient is not zero.

    The formula has no exception for a gradient of zero: p − lr·λ·p − lr·m̂ / (√v̂ + ε).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    shrinks = np.where(grad != 0, _share(lr, weight_decay, decay) * param, 0 * param)
    return param - shrinks - _move(m, v, step, lr, beta1, beta2, eps), m, v


def no_bias_correction(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01, decay="lr_scaled"
):
    """You used the averages without correcting their bias, so the first steps are several times too long.

    The averages start at zero and are too small at first: m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    with np.errstate(divide="ignore", invalid="ignore"):
        return param - _share(lr, weight_decay, decay) * param - lr * m / (np.sqrt(v) + eps), m, v


def caller_parameter_changed(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01, decay="lr_scaled"
):
    """You let the caller's parameter shrink in place, so that nobody can compare with it or go back to it.

    Make a new array, with `param - …` in place of `param *= …`: p − lr·λ·p − lr·m̂ / (√v̂ + ε).
    """
    m, v = _moments(grad, m, v, beta1, beta2)
    param *= 1 - _share(lr, weight_decay, decay)
    return param - _move(m, v, step, lr, beta1, beta2, eps), m, v
