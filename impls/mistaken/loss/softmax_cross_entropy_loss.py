"""Mistakes people make in softmax_cross_entropy_loss: the mean over the rows of −log softmax(logits)[label]."""

import numpy as np

from ._softmax import log_softmax, softmax


def _reduced(costs, reduction):
    return np.sum(costs) / (len(costs) if reduction == "mean" else 1)


def averaged_over_elements(logits, labels):
    """You divided by N·C, the number of all logits, although each row contributes one logarithm.

    Divide by the number of rows.
    L = −Σ log p[label] / N.
    """
    return -np.sum(_chosen(log_softmax(logits), labels)) / logits.size


def probability_clipped(logits, labels, *, reduction="mean"):
    """You kept the probabilities above 1e-7 before taking the logarithm, so no example ever costs more than 16.1.

    Do not compute the probability at all: log Σ exp(z − max) − (z[label] − max) never underflows.
    L = −log p[label], which grows without bound.
    """
    return _reduced(-np.log(np.maximum(_chosen(softmax(logits), labels), 1e-7)), reduction)


def guard_added(logits, labels, *, reduction="mean"):
    """You added 1e-7 to the probability before taking the logarithm.

    Do not compute the probability at all: log Σ exp(z − max) − (z[label] − max) needs no guard.
    L = −log p[label], not −log(p[label] + 1e-7).
    """
    return _reduced(-np.log(_chosen(softmax(logits), labels) + 1e-7), reduction)


def logarithm_of_underflow(logits, labels, *, reduction="mean"):
    """You computed the probability and then its logarithm: where the probability underflows to 0, the loss is infinite.

    Keep to logarithms: log Σ exp(z − max) − (z[label] − max).
    A label 2,000 below the best score costs 2,000, not ∞.
    """
    with np.errstate(divide="ignore"):
        return _reduced(-np.log(_chosen(softmax(logits), labels)), reduction)


def no_shift(logits, labels, *, reduction="mean"):
    """You took exp of the logits as they are: large ones overflow to infinity, very negative ones to log 0.

    Subtract the row's maximum first; it cancels.
    L = log Σ exp(z − max z) − (z[label] − max z).
    """
    with np.errstate(all="ignore"):
        return _reduced(np.log(np.sum(np.exp(logits), axis=1)) - _chosen(logits, labels), reduction)


def shifted_by_global_maximum(logits, labels, *, reduction="mean"):
    """You subtracted the maximum of the whole batch: a row far below it underflows to log 0.

    Subtract each row's own maximum: np.max(z, axis=1, keepdims=True).
    L = log Σ exp(z − max z) − (z[label] − max z), the maximum within the row.
    """
    with np.errstate(all="ignore"):
        shifted = logits - np.max(logits, initial=-np.inf)
        return _reduced(np.log(np.sum(np.exp(shifted), axis=1)) - _chosen(shifted, labels), reduction)


def picks_every_pair(logits, labels):
    """You indexed with [:, labels], which picks each row's probability for everybody's label.

    Index with [np.arange(N), labels], one entry per row.
    L = −Σᵢ log pᵢ[labelᵢ] / N.
    """
    return -np.sum(log_softmax(logits)[:, labels]) / len(labels) ** 2


def softmax_over_the_batch(logits, labels, *, reduction="mean"):
    """You normalised along the batch axis, so that the examples compete instead of the classes.

    Normalise along axis 1.
    p[i, j] = exp(z[i, j]) / Σⱼ exp(z[i, j]).
    """
    with np.errstate(invalid="ignore"):
        shifted = logits - np.max(logits, axis=0, keepdims=True, initial=-np.inf)
    return _reduced(-_chosen(shifted - np.log(np.sum(np.exp(shifted), axis=0)), labels), reduction)


def labels_counted_from_one(logits, labels, *, reduction="mean"):
    """You took the first class to be number 1, so that each example is held to its neighbour's class.

    Classes are counted from 0; an index of −1 is the last class in NumPy, without a word.
    L = −Σ log p[label] / N.
    """
    return _reduced(-_chosen(log_softmax(logits), labels - 1), reduction)


def logarithm_to_base_two(logits, labels, *, reduction="mean"):
    """You took the logarithm to base 2, which measures in bits.

    Take the natural logarithm; only that one undoes exp.
    L = −Σ ln p[label] / N.
    """
    return _reduced(-_chosen(log_softmax(logits), labels), reduction) / np.log(2)


def other_classes_punished(logits, labels, *, reduction="mean"):
    """You added log(1 − p) of the other classes, as for independent yes-or-no answers.

    Softmax ties the classes together already: only the label's own probability counts.
    L = −log p[label], without Σ log(1 − p) over the others.
    """
    probability = softmax(logits)
    with np.errstate(divide="ignore"):
        others = np.where(_is_label(logits, labels), 0 * probability, np.log(1 - probability))
    return _reduced(-_chosen(log_softmax(logits), labels) - np.sum(others, axis=1), reduction)


def minus_forgotten(logits, labels, *, reduction="mean"):
    """You left the minus sign out, so that the best predictions have the highest loss.

    Logarithms of probabilities are negative: turn the sign.
    L = −Σ log p[label] / N.
    """
    return _reduced(_chosen(log_softmax(logits), labels), reduction)


def _chosen(scores, labels):
    return scores[np.arange(len(labels)), labels]


def _is_label(logits, labels):
    return np.arange(logits.shape[1]) == labels[:, None]
