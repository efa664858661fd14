"""Softmax in one pass: maximum and sum move together, and the sum is rescaled when the maximum grows."""

import numpy as np


def softmax(x, *, axis=-1):
    """Exponentials of what is below the maximum, by the sum."""
    largest, total = _streamed(x, axis)
    return np.exp(x - largest) / total


def softmax_backward(dy, x, *, axis=-1):
    """Centred by the average gradient."""
    y = softmax(x, axis=axis)
    return y * dy - y * np.sum(y * dy, axis=axis, keepdims=True)


def log_softmax(x, *, axis=-1):
    """What is below the maximum, less the logarithm of the sum."""
    largest, total = _streamed(x, axis)
    return (x - largest) - np.log(total)


def log_softmax_backward(dy, x, *, axis=-1):
    """The exponential of the result takes its share of the gradient's sum."""
    return dy - np.exp(log_softmax(x, axis=axis)) * dy.sum(axis=axis, keepdims=True)


def softmax_cross_entropy_loss(logits, labels):
    """The label's logarithm, averaged."""
    return -np.mean(log_softmax(logits, axis=1)[np.arange(len(labels)), labels])


def softmax_cross_entropy_loss_backward(logits, labels):
    """Probabilities by one-hot rows."""
    one_hot = np.arange(logits.shape[1]) == labels[:, np.newaxis]
    return ((softmax(logits, axis=1) - one_hot) / len(labels)).astype(logits.dtype)


def _streamed(x, axis):
    """Return the largest of each line and the sum of all exponentials below it."""
    terms = np.moveaxis(x, axis, 0)
    largest, total = np.full(terms.shape[1:], -np.inf, x.dtype), np.zeros(terms.shape[1:], x.dtype)
    with np.errstate(invalid="ignore"):
        for term in terms:
            higher = np.maximum(largest, term)
            # −∞ adds nothing, not even to itself.
            kept = np.where(np.isneginf(largest), 0, total * np.exp(largest - higher))
            total = (kept + np.where(np.isneginf(term), 0, np.exp(term - higher))).astype(x.dtype)
            largest = higher
    return np.expand_dims(largest, axis), np.expand_dims(total, axis)
