"""Mistakes people make in softmax_cross_entropy_loss_backward: (softmax(logits) − one-hot labels) / N."""

import numpy as np

from ._softmax import softmax


def _reduced(slopes, reduction):
    return slopes / (max(len(slopes), 1) if reduction == "mean" else 1)


def divided_by_elements(logits, labels):
    """You divided by N·C, where the loss divides by the number of rows.

    Loss and gradient must have the same divisor.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return (softmax(logits) - _one_hot(logits, labels)) / logits.size


def divided_twice(logits, labels):
    """You divided by N twice, once in the loss and once more here or in the layer below.

    Divide once.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return (softmax(logits) - _one_hot(logits, labels)) / max(len(labels), 1) ** 2


def only_one_part_averaged(logits, labels):
    """You divided only the softmax by N, and took off a whole 1 at the label.

    Subtract first, then divide.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return softmax(logits) / max(len(labels), 1) - _one_hot(logits, labels)


def sign_turned(logits, labels, *, reduction="mean"):
    """You subtracted the probabilities from the labels: following this gradient makes the label less likely.

    The gradient is negative at the label, whose score has to rise.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return _reduced(_one_hot(logits, labels) - softmax(logits), reduction)


def label_not_subtracted(logits, labels, *, reduction="mean"):
    """You returned the probabilities without taking off the 1 at the label.

    Without it every score is pushed down, the right one too.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return _reduced(softmax(logits), reduction)


def label_only(logits, labels, *, reduction="mean"):
    """You gave a gradient to the label's score alone.

    Raising any other score lowers the label's probability: those get their own probability as gradient.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return _reduced((softmax(logits) - 1) * _one_hot(logits, labels), reduction)


def gradient_of_the_probability(logits, labels, *, reduction="mean"):
    """You stopped at the probabilities: −1/p at the label is the gradient with respect to p, not to the logits.

    Carry it on through softmax; nearly everything cancels.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    with np.errstate(all="ignore"):
        inverse = 1 / softmax(logits)
    return _reduced(np.where(_one_hot(logits, labels) == 1, -inverse, 0 * logits), reduction)


def subtracts_in_every_row(logits, labels, *, reduction="mean"):
    """You wrote [:, labels] −= 1, which takes 1 off at everybody's label in every row.

    Write gradient[np.arange(N), labels] −= 1.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    is_anybodys = np.isin(np.arange(logits.shape[1]), labels)
    return _reduced(softmax(logits) - is_anybodys, reduction)


def labels_counted_from_one(logits, labels, *, reduction="mean"):
    """You took the first class to be number 1, so that each example is drawn to its neighbour's class.

    Classes are counted from 0; an index of −1 is the last class in NumPy, without a word.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return _reduced(softmax(logits) - _one_hot(logits, (labels - 1) % logits.shape[1]), reduction)


def no_shift(logits, labels, *, reduction="mean"):
    """You took exp of the logits as they are: large ones overflow, and ∞/∞ is NaN.

    Subtract the row's maximum first; it cancels.
    softmax(z) = exp(z − max z) / Σ exp(z − max z).
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(logits)
        probability = exponentials / np.sum(exponentials, axis=1, keepdims=True)
    return _reduced(probability - _one_hot(logits, labels), reduction)


def shifted_by_global_maximum(logits, labels, *, reduction="mean"):
    """You subtracted the maximum of the whole batch: a row far below it underflows to 0/0.

    Subtract each row's own maximum: np.max(z, axis=1, keepdims=True).
    softmax(z) = exp(z − max z) / Σ exp(z − max z).
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(logits - np.max(logits, initial=-np.inf))
        probability = exponentials / np.sum(exponentials, axis=1, keepdims=True)
    return _reduced(probability - _one_hot(logits, labels), reduction)


def shifts_the_caller_s_logits(logits, labels, *, reduction="mean"):
    """You wrote logits −= max, which changes the caller's logits.

    Write the difference into a new array.
    ∂L/∂z = (softmax(z) − one-hot) / N, with z left as it was.
    """
    with np.errstate(invalid="ignore"):
        logits -= np.max(logits, axis=1, keepdims=True)
    return _reduced(softmax(logits) - _one_hot(logits, labels), reduction)


def _one_hot(logits, labels):
    return np.where(np.arange(logits.shape[1]) == labels[:, None], 1, 0)
