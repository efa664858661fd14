"""Losses made of logarithms and exponentials."""

import numpy as np


def cross_entropy_loss(how, probability, target):
    """What the target expects of the logarithms."""
    expected = target != 0
    with np.errstate(divide="ignore"):
        logarithm = how.log(np.where(expected, probability, 1))
    return -how.total(target * logarithm) / len(target)


def softmax_cross_entropy_loss(how, logits, labels):
    """The logarithm of the row's exponentials, less the label's logit."""
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    chosen = shifted[np.arange(len(labels)), labels]
    return how.total(how.log(how.total(how.exp(shifted), axis=1)) - chosen) / len(labels)


def softmax_cross_entropy_loss_backward(how, logits, labels):
    """The probabilities, less 1 at the label."""
    exponentials = how.exp(logits - np.max(logits, axis=1, keepdims=True))
    dlogits = exponentials / how.total(exponentials, axis=1, keepdims=True)
    dlogits[np.arange(len(labels)), labels] -= 1
    return dlogits / len(labels)


def binary_cross_entropy_loss(how, logits, target):
    """The form that never overflows."""
    small = how.exp(-np.abs(logits))
    return how.total(np.maximum(logits, 0) - target * logits + how.log(1 + small)) / logits.size


def binary_cross_entropy_loss_backward(how, logits, target):
    """The probability, less the target."""
    small = how.exp(-np.abs(logits))
    return (np.where(logits >= 0, 1, small) / (1 + small) - target) / logits.size
