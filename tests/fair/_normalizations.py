"""Normalizations by mean and variance."""

import numpy as np


def batch_norm(how, x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5):
    """Channel by channel, over the batch; the averages move on."""
    mean, var = how.statistics(how, x, _batch(x))
    y = (x - mean) / np.sqrt(var + eps) * _channels(gamma, x) + _channels(beta, x)
    mean, var = (np.reshape(value, running_mean.shape) for value in (mean, var))
    running_mean = momentum * running_mean + (1 - momentum) * mean
    return y, running_mean, momentum * running_var + (1 - momentum) * var


def batch_norm_backward(how, dy, x, gamma, *, eps=1e-5):
    """Back through the batch's statistics."""
    return _back(how, dy, x, _channels(gamma, x), x, _batch(x), _batch(x), eps)


def layer_norm(how, x, gamma, beta, *, eps=1e-5):
    """Row by row."""
    return _normalized(how, x, -1, eps) * gamma + beta


def layer_norm_backward(how, dy, x, gamma, *, eps=1e-5):
    """Back through each row's statistics."""
    return _back(how, dy, x, gamma, x, -1, tuple(range(x.ndim - 1)), eps)


def group_norm(how, x, gamma, beta, *, groups, eps=1e-5):
    """Example by example, in groups of channels."""
    normalized = _normalized(how, _grouped(x, groups), -1, eps)
    return normalized.reshape(x.shape) * _channels(gamma, x) + _channels(beta, x)


def group_norm_backward(how, dy, x, gamma, *, groups, eps=1e-5):
    """Back through the statistics of each group."""
    return _back(how, dy, x, _channels(gamma, x), _grouped(x, groups), -1, _batch(x), eps)


def instance_norm(how, x, gamma, beta, *, eps=1e-5):
    """Image by image, each channel apart."""
    return _normalized(how, x, (2, 3), eps) * _channels(gamma, x) + _channels(beta, x)


def instance_norm_backward(how, dy, x, gamma, *, eps=1e-5):
    """Back through the statistics of each image."""
    return _back(how, dy, x, _channels(gamma, x), x, (2, 3), _batch(x), eps)


def _normalized(how, x, axis, eps):
    mean, var = how.statistics(how, x, axis)
    return (x - mean) / np.sqrt(var + eps)


def _back(how, dy, x, gamma, seen, axis, over, eps):
    """Return the gradients of x, gamma and beta; `seen` is x as the statistics see it, `over` the parameters' axes."""
    mean, var = how.statistics(how, seen, axis)
    root = np.sqrt(var + eps)
    dx = how.through(how, (dy * gamma).reshape(seen.shape), seen - mean, root, axis)
    normalized = ((seen - mean) / root).reshape(x.shape)
    return dx.reshape(x.shape), how.total(dy * normalized, axis=over), how.total(dy, axis=over)


def _batch(x):
    return (0, 2, 3)[: x.ndim - 1]


def _channels(parameter, x):
    return parameter.reshape(-1, *(1,) * (x.ndim - 2))


def _grouped(x, groups):
    return x.reshape(len(x), groups, x[0].size // groups if len(x) else int(np.prod(x.shape[1:])) // groups)
