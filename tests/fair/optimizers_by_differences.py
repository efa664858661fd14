"""Optimizers whose averages move by a share of what they are off, with all scalars gathered in one step size."""

import math

import numpy as np


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """The parameter decays, then moves."""
    return param * (1 - lr * weight_decay) - lr * grad


def momentum(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """The parameter moves by both parts of the new velocity."""
    velocity = velocity - ((1 - momentum) * velocity + lr * grad)
    return param + velocity, velocity


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """From the old velocity: µ²v − (1 + µ)·lr·g."""
    new = momentum * velocity - lr * grad
    return param + (momentum**2 * velocity - (1 + momentum) * (lr * grad)), new


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7):
    """The rate by the divisor first."""
    accumulator = accumulator + grad * grad
    return param - lr / (np.sqrt(accumulator) + eps) * grad, accumulator


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """One root of the quotient."""
    mean_square = _moved(mean_square, grad**2, rho)
    delta = np.sqrt((mean_square_delta + eps) / (mean_square + eps)) * grad
    return param - lr * delta, mean_square, _moved(mean_square_delta, delta**2, rho)


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7):
    """The quotient first, then the rate."""
    mean_square = _moved(mean_square, grad**2, rho)
    return param - lr * (grad / (eps + np.sqrt(mean_square))), mean_square


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """Both corrections in the rate, and ε scaled along."""
    m, v = _moved(m, grad, beta1), _moved(v, grad**2, beta2)
    rate, small = _rate(step, lr, beta1, beta2, eps)
    return param - rate * m / (np.sqrt(v) + small), m, v


def adamw(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """The parameter decays by a factor, then Adam."""
    return adam(param * (1 - lr * weight_decay), grad, m, v, step=step, lr=lr, beta1=beta1, beta2=beta2, eps=eps)


def amsgrad(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """As Adam, by the largest v so far."""
    m, v = _moved(m, grad, beta1), _moved(v, grad**2, beta2)
    v_max = np.max([v_max, v], axis=0)
    rate, small = _rate(step, lr, beta1, beta2, eps)
    return param - rate * m / (np.sqrt(v_max) + small), m, v, v_max


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8):
    """The correction in the rate."""
    m = _moved(m, grad, beta1)
    u = np.max([beta2 * u, np.abs(grad) + eps], axis=0)
    return param - lr / (1 - math.pow(beta1, step)) * (m / u), m, u


def nadam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """Both corrections as factors of the rate."""
    m, v = _moved(m, grad, beta1), _moved(v, grad**2, beta2)
    divisor = np.sqrt(v / (1 - beta2**step)) + eps
    new, old = lr * beta1 / (1 - beta1 ** (step + 1)), lr * (1 - beta1) / (1 - beta1**step)
    return param - (new * m + old * grad) / divisor, m, v


def lion(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """The parameter decays, then takes a step of one length."""
    direction = np.sign(beta1 * m + (1 - beta1) * grad)
    return param * (1 - lr * weight_decay) - lr * direction, _moved(m, grad, beta2)


def _moved(average, value, weight):
    return average + (1 - weight) * (value - average)


def _rate(step, lr, beta1, beta2, eps):
    root = math.sqrt(1 - math.pow(beta2, step))
    return lr * root / (1 - math.pow(beta1, step)), eps * root
