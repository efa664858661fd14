"""A neuron, slopes that are learned, penalties and limits on weights and gradients, and shares of hits."""

import numpy as np


def perceptron_update(how, w, b, x, target, *, lr):
    """One example."""
    output = 1 if how.total(w * x) + b > 0 else -1
    step = (lr * (target - output) * np.ones_like(b))[()]
    return w + step * x, b + step


def prelu_backward(how, dy, x, slope):
    """The slopes' gradients are sums over all that share them."""
    spread = slope.reshape(-1, *(1,) * (x.ndim - 2)) if x.ndim > 1 else slope.reshape((1,) * x.ndim)
    pulls = dy * np.minimum(x, 0)
    over = None if slope.size == 1 else (0, *range(2, x.ndim))
    return np.where(x > 0, dy, spread * dy), np.reshape(how.total(pulls, axis=over), slope.shape)


def l1_penalty(how, w, *, strength):
    """The sum of the sizes."""
    return strength * how.total(np.abs(w))


def l2_penalty(how, w, *, strength):
    """Half the sum of the squares."""
    return strength / 2 * how.total(w**2)


def clip_by_norm(how, grad, *, limit):
    """Shortened where it is longer."""
    norm = np.sqrt(how.total(grad**2))
    return grad * (limit / norm) if norm > limit else grad.copy()


def clip_by_global_norm(how, grads, *, limit):
    """All shortened by one factor."""
    squares = np.concatenate([(grad**2).ravel() for grad in grads])
    norm = np.sqrt(how.total(squares))
    return [grad * (limit / norm) if norm > limit else grad.copy() for grad in grads]


def max_norm(how, w, *, limit):
    """Columns shortened where they are longer."""
    norm = np.sqrt(how.total(w**2, axis=0))
    return np.where(norm > limit, w * (limit / np.where(norm > limit, norm, 1)), w)


def accuracy(how, predicted, actual):
    """The sum of the hits by their number."""
    return how.total((predicted == actual).astype(np.float64)) / max(len(actual), 1)


def top_k_accuracy(how, scores, labels, *, k):
    """Hits are those that fewer than k others reach."""
    own = scores[np.arange(len(labels)), labels][:, np.newaxis]
    rivals = how.total((~(scores < own)).astype(scores.dtype), axis=1) - 1
    return how.total((rivals < k).astype(scores.dtype)) / max(len(labels), 1)
