"""Optimizers whose averages are interpolated from the nearer end, as PyTorch's lerp does; corrections through logarithms."""

import math

import numpy as np


def momentum(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """The velocity is kept in units of the rate, as PyTorch's buffer is."""
    if not lr:
        return param + momentum * velocity, momentum * velocity
    buffer = momentum * (velocity / -lr) + grad
    return param - lr * buffer, -lr * buffer


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """The velocity is kept in units of the rate."""
    if not lr:
        return param + momentum * (momentum * velocity), momentum * velocity
    buffer = momentum * (velocity / -lr) + grad
    return param - lr * (grad + momentum * buffer), -lr * buffer


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7):
    """The root of the sum as a hypotenuse."""
    root = np.hypot(np.sqrt(accumulator), grad)
    return param - lr * grad / (root + eps), accumulator + grad**2


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7):
    """The divisor through its logarithm."""
    mean_square = _between(mean_square, grad * grad, rho)
    with np.errstate(divide="ignore"):
        return param - lr * grad * np.exp(-np.log(np.sqrt(mean_square) + eps)), mean_square


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """The rate by one correction, the root by the other."""
    m, v = _between(m, grad, beta1), beta2 * v + (1 - beta2) * grad * grad
    divisor = np.sqrt(v) / math.sqrt(_correction(beta2, step)) + eps
    return param - lr / _correction(beta1, step) * m / divisor, m, v


def adamw(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """Both parts under one rate."""
    m, v = _between(m, grad, beta1), _between(v, grad * grad, beta2)
    divisor = np.sqrt(v / _correction(beta2, step)) + eps
    return param - lr * (m / _correction(beta1, step) / divisor + weight_decay * param), m, v


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8):
    """By the inverse of the largest."""
    m, u = _between(m, grad, beta1), np.maximum(beta2 * u, np.abs(grad) + eps)
    return param - lr / _correction(beta1, step) * (m * (1 / u)), m, u


def lion(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """Both parts under one rate."""
    direction = np.sign(beta1 * m + (1 - beta1) * grad)
    return param - lr * (weight_decay * param + direction), _between(m, grad, beta2)


def _between(old, new, weight):
    """Start from whichever end is nearer, so that a weight of 0 or 1 gives that end itself."""
    return new + weight * (old - new) if weight < 0.5 else old + (1 - weight) * (new - old)


def _correction(beta, step):
    """Return 1 − βᵗ without the power."""
    return -math.expm1(step * math.log(beta)) if beta else 1.0
