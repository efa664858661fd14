"""Mistakes people make in binary_cross_entropy_loss: mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)) over all elements."""

import numpy as np

from ._sigmoid import sigmoid, softplus


def averaged_over_rows(logits, target):
    """You summed within the rows and averaged over them only.

    Average over all elements: each is an answer of its own.
    L = Σ (…) / (N·C).
    """
    return np.sum(softplus(logits) - target * logits) / logits.shape[0]


def only_the_yes(logits, target):
    """You counted −t·log σ(z) only: where the target is 0, nothing is learnt.

    A no has a probability too: 1 − σ(z).
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    return np.sum(target * softplus(-logits)) / logits.size


def logarithm_of_underflow(logits, target):
    """You computed σ(z) and then its logarithm: it rounds to 0 or 1, and 0 · log 0 is NaN.

    Keep to the logits: max(z, 0) − t·z + log(1 + exp(−|z|)).
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    with np.errstate(all="ignore"):
        p = sigmoid(logits)
        return -np.sum(target * np.log(p) + (1 - target) * np.log(1 - p)) / logits.size


def probability_clipped(logits, target):
    """You clipped the probabilities to [1e-7, 1 − 1e-7]: no answer ever costs more than 16.1.

    Keep to the logits: max(z, 0) − t·z + log(1 + exp(−|z|)).
    L grows like |z| where the answer is wrong.
    """
    p = np.clip(sigmoid(logits), 1e-7, 1 - 1e-7)
    return -np.sum(target * np.log(p) + (1 - target) * np.log(1 - p)) / logits.size


def overflows(logits, target):
    """You wrote log(1 + exp(z)), which overflows for large z.

    Take the larger part out: max(z, 0) + log(1 + exp(−|z|)).
    L = mean of max(z, 0) − t·z + log(1 + exp(−|z|)).
    """
    with np.errstate(over="ignore"):
        return np.sum(np.log(1 + np.exp(logits)) - target * logits) / logits.size


def logits_taken_for_probabilities(logits, target):
    """You took the logarithm of the logits, as if they were probabilities already.

    Apply the sigmoid, within the formula.
    L = mean of max(z, 0) − t·z + log(1 + exp(−|z|)).
    """
    p = np.clip(logits, 1e-7, 1 - 1e-7)
    return -np.sum(target * np.log(p) + (1 - target) * np.log(1 - p)) / logits.size


def classes_exchanged(logits, target):
    """You exchanged yes and no: a target of 1 pushes the score down.

    A target of 1 goes with log σ(z).
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    return np.sum(softplus(logits) - (1 - target) * logits) / logits.size


def target_rounded(logits, target):
    """You rounded the target to yes or no before comparing.

    It may be any probability: a smoothed label, say.
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    return np.sum(softplus(logits) - np.where(target > 0.5, logits, 0)) / logits.size


def minus_forgotten(logits, target):
    """You left the minus sign out, so that the best answers have the highest loss.

    Logarithms of probabilities are negative: turn the sign.
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    return np.sum(target * logits - softplus(logits)) / logits.size
