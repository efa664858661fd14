"""Optimizers that work in copies of what they were given, and build powers of β step by step."""

import numpy as np


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """Decay is added to the gradient."""
    update = np.multiply(param, weight_decay)
    update += grad
    update *= -lr
    update += param
    return update


def momentum(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """The velocity is shortened, then pushed."""
    velocity = velocity.copy()
    velocity *= momentum
    velocity -= lr * grad
    return param + velocity, velocity


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9):
    """Back where the gradient was taken, and ahead again: p − µv + (1 + µ)v′."""
    new = momentum * velocity - lr * grad
    return param - momentum * velocity + (1 + momentum) * new, new


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7):
    """In two buffers."""
    accumulator = accumulator.copy()
    accumulator += np.square(grad)
    divisor = np.sqrt(accumulator)
    divisor += eps
    return param + -lr * (grad / divisor), accumulator


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """The inverse root is multiplied."""
    mean_square = _averaged(mean_square, np.square(grad), rho)
    delta = grad * (1 / np.sqrt(mean_square + eps)) * np.sqrt(mean_square_delta + eps)
    return param - delta * lr, mean_square, _averaged(mean_square_delta, np.square(delta), rho)


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7):
    """The inverse is multiplied."""
    mean_square = _averaged(mean_square, np.square(grad), rho)
    return param - lr * grad * (1 / (np.sqrt(mean_square) + eps)), mean_square


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """As PyTorch lays it out: the step size by one correction, the root by the other."""
    m, v = _averaged(m, grad, beta1), _averaged(v, np.square(grad), beta2)
    divisor = np.sqrt(v)
    divisor /= (1 - _power(beta2, step)) ** 0.5
    divisor += eps
    return param - lr / (1 - _power(beta1, step)) * (m / divisor), m, v


def adamw(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """Adam's step, less what decays of the parameter as it was."""
    moved, m, v = adam(param, grad, m, v, step=step, lr=lr, beta1=beta1, beta2=beta2, eps=eps)
    return moved - lr * weight_decay * param, m, v


def amsgrad(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """The largest v is kept as it is, and corrected when it is used."""
    m, v = _averaged(m, grad, beta1), _averaged(v, np.square(grad), beta2)
    v_max = np.maximum(v_max, v)
    divisor = np.sqrt(v_max) / (1 - _power(beta2, step)) ** 0.5 + eps
    return param - lr * (m / (1 - _power(beta1, step))) / divisor, m, v, v_max


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8):
    """The divisor takes the correction."""
    m = _averaged(m, grad, beta1)
    faded, seen = beta2 * u, np.abs(grad) + eps
    u = np.where(faded > seen, faded, seen)
    return param - lr * m / (u * (1 - _power(beta1, step))), m, u


def nadam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """Two steps, one for the average and one for the gradient."""
    m, v = _averaged(m, grad, beta1), _averaged(v, np.square(grad), beta2)
    divisor = np.sqrt(v) / (1 - _power(beta2, step)) ** 0.5 + eps
    param = param - lr * (1 - beta1) / (1 - _power(beta1, step)) * grad / divisor
    return param - lr * beta1 / (1 - _power(beta1, step + 1)) * m / divisor, m, v


def lion(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """By the sign of one average, which the other one keeps."""
    leaning = _averaged(m, grad, beta1)
    direction = np.where(leaning == 0, 0, leaning / np.abs(np.where(leaning == 0, 1, leaning)))
    return param - lr * direction - lr * weight_decay * param, _averaged(m, grad, beta2)


def _averaged(average, value, weight):
    average = average * weight
    average += (1 - weight) * value
    return average


def _power(beta, step):
    """Return β·β·…·β, as a state that is multiplied at every step would be."""
    power = 1.0
    for _ in range(step):
        power *= beta
    return power
