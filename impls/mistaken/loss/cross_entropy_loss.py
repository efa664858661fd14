"""Mistakes people make in cross_entropy_loss: the mean over the rows of −Σ target · log(probability)."""

import numpy as np


def averaged_over_elements(probability, target, *, guard="none"):
    """You averaged over all N·C elements, although a row is one example.

    Sum within the row, average over the rows.
    L = −Σᵢⱼ tᵢⱼ·log pᵢⱼ / N.
    """
    return -_products(target, probability, guard) / target.size


def summed_over_rows(probability, target, *, guard="none"):
    """You summed over the rows without dividing by their number, so the loss grows with the batch.

    Divide by the number of rows.
    L = −Σᵢⱼ tᵢⱼ·log pᵢⱼ / N.
    """
    return -_products(target, probability, guard)


def zero_times_infinity(probability, target):
    """You multiplied 0 by log 0, which is NaN.

    A class that the target gives 0 contributes nothing, however unlikely it was: leave it out.
    L = −Σ t·log p with 0·log 0 = 0.
    """
    with np.errstate(all="ignore"):
        return -np.sum(target * np.log(probability)) / len(target)


def clipped(probability, target):
    """You clipped the probabilities to [1e-7, 1 − 1e-7]: what is impossible costs 16.1, and what is certain not 0.

    Take the probabilities as they are; only leave out the classes that the target gives 0.
    L = −Σ t·log p, which is ∞ where t > 0 = p.
    """
    return -_products(target, np.clip(probability, 1e-7, 1 - 1e-7)) / len(target)


def arguments_exchanged(probability, target, *, guard="none"):
    """You took the logarithm of the target and weighted it with the prediction.

    The expectation is over the target: weight with it, take the logarithm of the prediction.
    L = −Σ t·log p, not −Σ p·log t.
    """
    return -_products(probability, target, guard) / len(target)


def absent_classes_punished(probability, target, *, guard="none"):
    """You added −(1 − t)·log(1 − p), as for independent yes-or-no answers.

    The probabilities of a row sum to 1 already: only the classes that are expected count.
    L = −Σ t·log p.
    """
    return -(_products(target, probability, guard) + _products(1 - target, 1 - probability, guard)) / len(target)


def divergence(probability, target, *, guard="none"):
    """You returned the Kullback–Leibler divergence, which takes the target's own entropy off.

    Leave the entropy in; for one-hot targets it is 0, and the two agree.
    L = −Σ t·log p, not Σ t·log(t/p).
    """
    return (_products(target, target) - _products(target, probability, guard)) / len(target)


def best_class_only(probability, target, *, guard="none"):
    """You took the target's most likely class for a label and dropped the rest of its distribution.

    Weight the logarithms of all classes with the target.
    L = −Σⱼ tᵢⱼ·log pᵢⱼ, averaged over the rows.
    """
    with np.errstate(divide="ignore"):
        chosen = np.log(_guarded(probability, guard)[np.arange(len(target)), np.argmax(target, axis=1)])
    return -np.sum(chosen) / len(target)


def rows_made_distributions(probability, target, *, guard="none"):
    """You divided each row by its sum before taking the logarithm.

    Take the probabilities as they are given; a row that does not sum to 1 is the caller's concern.
    L = −Σ t·log p, not −Σ t·log(p / Σ p).
    """
    return -_products(target, probability / np.sum(probability, axis=1, keepdims=True), guard) / len(target)


def minus_forgotten(probability, target, *, guard="none"):
    """You left the minus sign out, so that the best predictions have the highest loss.

    Logarithms of probabilities are negative: turn the sign.
    L = −Σ t·log p / N.
    """
    return _products(target, probability, guard) / len(target)


def _guarded(probability, guard):
    return probability + 1e-7 if guard == "added" else probability


def _products(weights, values, guard="none"):
    with np.errstate(all="ignore"):
        return np.sum(weights * np.log(np.where(weights != 0, _guarded(values, guard), 1)))
