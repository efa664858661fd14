"""Smooth activations made of exponentials that never overflow."""

import numpy as np

LAMBDA, ALPHA = 1.0507009873554805, 1.6732632423543772


def sigmoid(how, x):
    """The exponential of what is below zero only."""
    small = how.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid_backward(how, dy, x):
    """Both halves of the probability."""
    small = how.exp(-np.abs(x))
    return dy * (small / (1 + small)) / (1 + small)


def tanh(how, x):
    """By the sign and the size."""
    small = how.exp(-2 * np.abs(x))
    return np.copysign((1 - small) / (1 + small), x)


def tanh_backward(how, dy, x):
    """One over the square of the hyperbolic cosine."""
    small = how.exp(-2 * np.abs(x))
    return dy * 4 * small / (1 + small) ** 2


def silu(how, x):
    """The value by its probability."""
    return x * sigmoid(how, x)


def silu_backward(how, dy, x):
    """The product rule."""
    y = sigmoid(how, x)
    return dy * (y + x * y * (1 - y))


def softplus(how, x):
    """What is above zero, and a logarithm."""
    return np.maximum(x, 0) + how.log(1 + how.exp(-np.abs(x)))


def softplus_backward(how, dy, x):
    """The probability."""
    return dy * sigmoid(how, x)


def elu(how, x, *, alpha=1.0):
    """Exponentials of what is below zero."""
    return np.where(x > 0, x, alpha * (how.exp(np.minimum(x, 0)) - 1))


def elu_backward(how, dy, x, *, alpha=1.0):
    """The exponential itself."""
    return dy * np.where(x > 0, 1, alpha * how.exp(np.minimum(x, 0))).astype(x.dtype)


def selu(how, x):
    """An elu, scaled."""
    return np.where(x > 0, LAMBDA * x, LAMBDA * ALPHA * (how.exp(np.minimum(x, 0)) - 1))


def selu_backward(how, dy, x):
    """The exponential itself, scaled."""
    return dy * np.where(x > 0, LAMBDA, LAMBDA * ALPHA * how.exp(np.minimum(x, 0))).astype(x.dtype)
