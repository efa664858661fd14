"""Activations as a first lecture writes them down, where that is sound."""

import numpy as np

LAMBDA, ALPHA = 1.0507009873554805, 1.6732632423543772


def relu(x):
    """What is negative becomes 0."""
    return np.where(x < 0, 0, x).astype(x.dtype)


def relu_backward(dy, x):
    """What was not positive gets nothing."""
    dx = dy.copy()
    dx[x <= 0] = 0
    return dx


def leaky_relu(x, *, slope=0.01):
    """A case for each side."""
    return np.where(x < 0, slope * x, x)


def leaky_relu_backward(dy, x, *, slope=0.01):
    """A slope for each side."""
    return dy * np.where(x > 0, 1, slope).astype(x.dtype)


def prelu(x, slope):
    """The positive part and the negative part, added."""
    return np.maximum(x, 0) + _along(slope, x) * np.minimum(x, 0)


def prelu_backward(dy, x, slope):
    """The slopes that were used, and the sums of what they multiplied."""
    used = np.where(x > 0, 1, _along(slope, x)).astype(x.dtype)
    pulls = np.where(x < 0, x, 0) * dy
    if slope.size == 1:
        return dy * used, pulls.sum().reshape(1)
    return dy * used, np.moveaxis(pulls, 1, 0).reshape(len(slope), pulls.size // len(slope)).sum(axis=1)


def rrelu(x, *, lower=0.125, upper=1 / 3, training, rng):
    """Slopes drawn where they are needed."""
    slopes = np.ones_like(x)
    negative = x < 0
    slopes[negative] = rng.uniform(lower, upper, np.count_nonzero(negative)) if training else (lower + upper) / 2
    return x * slopes, slopes


def rrelu_backward(dy, slopes):
    """The slopes that were used."""
    return np.multiply(dy, slopes)


def sigmoid(x):
    """One over one plus an exponential, which may overflow to the right answer."""
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-x))


def sigmoid_backward(dy, x):
    """y(1 − y)."""
    y = sigmoid(x)
    return dy * (y * (1 - y))


def tanh(x):
    """A sigmoid, stretched to both sides."""
    return 2 * sigmoid(2 * x) - 1


def tanh_backward(dy, x):
    """(1 − y)(1 + y)."""
    y = np.tanh(x)
    return dy * ((1 - y) * (1 + y))


def silu(x):
    """The value by one plus an exponential."""
    with np.errstate(over="ignore", invalid="ignore"):
        return x * (1 / (1 + np.exp(-x)))


def silu_backward(dy, x):
    """y + s(1 − y)."""
    y = silu(x)
    return dy * (y + sigmoid(x) * (1 - y))


def softplus(x):
    """The logarithm where the exponential is small, the value itself where nothing else counts."""
    with np.errstate(over="ignore"):
        return np.where(x > 40, x, np.log(1 + np.exp(x)))


def softplus_backward(dy, x):
    """A sigmoid."""
    return dy * sigmoid(x)


def elu(x, *, alpha=1.0):
    """Written into a copy."""
    y = x.copy()
    low = x <= 0
    y[low] = alpha * (np.exp(x[low]) - 1)
    return y


def elu_backward(dy, x, *, alpha=1.0):
    """From the result: y + α."""
    return dy * np.where(x > 0, 1, elu(x, alpha=alpha) + alpha).astype(x.dtype)


def selu(x):
    """An elu, scaled."""
    return LAMBDA * elu(x, alpha=ALPHA)


def selu_backward(dy, x):
    """From the result: y + λα."""
    return dy * np.where(x > 0, LAMBDA, selu(x) + LAMBDA * ALPHA).astype(x.dtype)


def softmax(x, *, axis=-1):
    """Exponentials by their sum, the row's maximum taken off."""
    y = np.exp(x - x.max(axis=axis, keepdims=True, initial=-np.inf))
    y /= y.sum(axis=axis, keepdims=True)
    return y


def softmax_backward(dy, x, *, axis=-1):
    """With the whole matrix of derivatives, line by line."""
    y = np.moveaxis(softmax(x, axis=axis), axis, -1)
    slopes = y[..., np.newaxis] * np.eye(y.shape[-1], dtype=x.dtype) - y[..., np.newaxis] * y[..., np.newaxis, :]
    dx = slopes @ np.moveaxis(dy, axis, -1)[..., np.newaxis]
    return np.moveaxis(dx[..., 0], -1, axis)


def _along(slope, x):
    return slope.reshape(-1, *(1,) * (x.ndim - 2)) if x.ndim > 1 else slope.reshape((1,) * x.ndim)
