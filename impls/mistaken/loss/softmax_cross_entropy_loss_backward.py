"""Mistakes people make in softmax_cross_entropy_loss_backward: (softmax(logits) − one-hot labels) / N."""

import numpy as np

from ._softmax import softmax


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


def sign_turned(logits, labels):
    """You subtracted the probabilities from the labels: following this gradient makes the label less likely.

    The gradient is negative at the label, whose score has to rise.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return (_one_hot(logits, labels) - softmax(logits)) / max(len(labels), 1)


def label_not_subtracted(logits, labels):
    """You returned the probabilities without taking off the 1 at the label.

    Without it every score is pushed down, the right one too.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return softmax(logits) / max(len(labels), 1)


def label_only(logits, labels):
    """You gave a gradient to the label's score alone.

    Raising any other score lowers the label's probability: those get their own probability as gradient.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return (softmax(logits) - 1) * _one_hot(logits, labels) / max(len(labels), 1)


def gradient_of_the_probability(logits, labels):
    """You stopped at the probabilities: −1/p at the label is the gradient with respect to p, not to the logits.

    Carry it on through softmax; nearly everything cancels.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    with np.errstate(all="ignore"):
        inverse = 1 / softmax(logits)
    return np.where(_one_hot(logits, labels) == 1, -inverse, 0 * logits) / max(len(labels), 1)


def subtracts_in_every_row(logits, labels):
    """You wrote [:, labels] −= 1, which takes 1 off at everybody's label in every row.

    Write gradient[np.arange(N), labels] −= 1.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    is_anybodys = np.isin(np.arange(logits.shape[1]), labels)
    return (softmax(logits) - is_anybodys) / max(len(labels), 1)


def labels_counted_from_one(logits, labels):
    """You took the first class to be number 1, so that each example is drawn to its neighbour's class.

    Classes are counted from 0; an index of −1 is the last class in NumPy, without a word.
    ∂L/∂z = (softmax(z) − one-hot) / N.
    """
    return (softmax(logits) - _one_hot(logits, (labels - 1) % logits.shape[1])) / max(len(labels), 1)


def no_shift(logits, labels):
    """You took exp of the logits as they are: large ones overflow, and ∞/∞ is NaN.

    Subtract the row's maximum first; it cancels.
    softmax(z) = exp(z − max z) / Σ exp(z − max z).
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(logits)
        probability = exponentials / np.sum(exponentials, axis=1, keepdims=True)
    return (probability - _one_hot(logits, labels)) / max(len(labels), 1)


def shifted_by_global_maximum(logits, labels):
    """You subtracted the maximum of the whole batch: a row far below it underflows to 0/0.

    Subtract each row's own maximum: np.max(z, axis=1, keepdims=True).
    softmax(z) = exp(z − max z) / Σ exp(z − max z).
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(logits - np.max(logits, initial=-np.inf))
        probability = exponentials / np.sum(exponentials, axis=1, keepdims=True)
    return (probability - _one_hot(logits, labels)) / max(len(labels), 1)


def shifts_the_caller_s_logits(logits, labels):
    """You wrote logits −= max, which changes the caller's logits.

    Write the difference into a new array.
    ∂L/∂z = (softmax(z) − one-hot) / N, with z left as it was.
    """
    with np.errstate(invalid="ignore"):
        logits -= np.max(logits, axis=1, keepdims=True)
    return (softmax(logits) - _one_hot(logits, labels)) / max(len(labels), 1)


def _one_hot(logits, labels):
    return np.where(np.arange(logits.shape[1]) == labels[:, None], 1, 0)
