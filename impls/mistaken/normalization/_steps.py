"""The right steps of batch normalization, for mistakes to leave one out or get one wrong."""

import numpy as np


def over(x):
    """The axes that a channel's statistics run over."""
    return (0, 2, 3)[: x.ndim - 1]


def count(x):
    """The number of values per channel."""
    return x.shape[0] * (x.shape[2] * x.shape[3] if x.ndim == 4 else 1)


def spread(parameter, x):
    """One value per channel, shaped to be broadcast against x."""
    return np.reshape(parameter, (1, -1, 1, 1)[: x.ndim])


def average(values, axis):
    """The mean over some axes, which are kept; 0 where there is nothing to average."""
    count = 1
    for i in axis:
        count *= values.shape[i]
    return np.sum(values, axis=axis, keepdims=True) / max(count, 1)


def moments(x, axis):
    """Mean and biased variance over some axes, shaped to be broadcast against x."""
    mean = average(x, axis)
    return mean, average((x - mean) ** 2, axis)


def statistics(x):
    """Mean and biased variance per channel, shaped to be broadcast against x."""
    return moments(x, over(x))


def affine(normalized, gamma, beta):
    """Scale and shift each channel."""
    return normalized * spread(gamma, normalized) + spread(beta, normalized)


def normalize(x, mean, var, eps):
    """Subtract the mean and divide by the root of the variance plus ε."""
    return (x - mean) / np.sqrt(var + eps)


def mix(old, new, momentum):
    """The running average, with momentum the weight of the old value."""
    return momentum * old + (1 - momentum) * np.reshape(new, old.shape)


def gradients(dy, normalized):
    """dgamma and dbeta, shaped to be broadcast against dy."""
    return np.sum(dy * normalized, axis=over(dy), keepdims=True), np.sum(dy, axis=over(dy), keepdims=True)


def flat(dx, dgamma, dbeta):
    """The results of the backward, with one value per channel for the parameters."""
    return dx, np.reshape(dgamma, (-1,)), np.reshape(dbeta, (-1,))
