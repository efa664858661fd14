"""The right steps of batch normalization, for mistakes to leave one out or get one wrong."""

import math

import numpy as np


def over(x, axes="channel"):
    """The axes that the statistics of a channel, or of a feature, run over."""
    return (0,) if axes == "feature" else (0, 2, 3)[: x.ndim - 1]


def count(x, axes="channel"):
    """The number of values per channel, or per feature."""
    return math.prod(x.shape[i] for i in over(x, axes))


def spread(parameter, x, axes="channel"):
    """One value per channel, or per feature, shaped to be broadcast against x."""
    return np.reshape(parameter, (1, *x.shape[1:]) if axes == "feature" else (1, -1, 1, 1)[: x.ndim])


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


def statistics(x, axes="channel"):
    """Mean and biased variance per channel, or per feature, shaped to be broadcast against x."""
    return moments(x, over(x, axes))


def affine(normalized, gamma, beta, axes="channel"):
    """Scale and shift each channel, or each feature."""
    return normalized * spread(gamma, normalized, axes) + spread(beta, normalized, axes)


def normalize(x, mean, var, eps):
    """Subtract the mean and divide by the root of the variance plus ε."""
    return (x - mean) / np.sqrt(var + eps)


def mix(old, new, momentum):
    """The running average, with momentum the weight of the old value."""
    return momentum * old + (1 - momentum) * np.reshape(new, old.shape)


def updated(x, running_mean, running_var, mean, var, momentum, running="biased", axes="channel", momentum_of="old"):
    """Both running averages after a batch."""
    weight = momentum if momentum_of == "old" else 1 - momentum
    if running == "unbiased":
        var = var * count(x, axes) / max(count(x, axes) - 1, 1)
    return mix(running_mean, mean, weight), mix(running_var, var, weight)


def gradients(dy, normalized, axes="channel"):
    """dgamma and dbeta, shaped to be broadcast against dy."""
    axis = over(dy, axes)
    return np.sum(dy * normalized, axis=axis, keepdims=True), np.sum(dy, axis=axis, keepdims=True)


def flat(dx, dgamma, dbeta, axes="channel"):
    """The results of the backward, with one value per channel, or per feature, for the parameters."""
    shape = dx.shape[1:] if axes == "feature" else (-1,)
    return dx, np.reshape(dgamma, shape), np.reshape(dbeta, shape)
