"""Mistakes people make in binary_cross_entropy_loss: mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)) over all elements."""

import numpy as np

from ._sigmoid import sigmoid, softplus


def _reduced(costs, reduction):
    return np.sum(costs) / (costs.size if reduction == "mean" else 1)


def averaged_over_rows(logits, target):
    """You summed within the rows and averaged over them only.

    Average over all elements: each is an answer of its own.
    L = Σ (…) / (N·C).
    """
    return np.sum(softplus(logits) - target * logits) / logits.shape[0]


def only_the_yes(logits, target, *, reduction="mean"):
    """You counted −t·log σ(z) only: where the target is 0, nothing is learnt.

    A no has a probability too: 1 − σ(z).
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    return _reduced(target * softplus(-logits), reduction)


def logarithm_of_underflow(logits, target, *, reduction="mean"):
    """You computed σ(z) and then its logarithm: it rounds to 0 or 1, and 0 · log 0 is NaN.

    Keep to the logits: max(z, 0) − t·z + log(1 + exp(−|z|)).
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    with np.errstate(all="ignore"):
        p = sigmoid(logits)
        return _reduced(-(target * np.log(p) + (1 - target) * np.log(1 - p)), reduction)


def probability_clipped(logits, target, *, reduction="mean"):
    """You clipped the probabilities to [1e-7, 1 − 1e-7]: no answer ever costs more than 16.1.

    Keep to the logits: max(z, 0) − t·z + log(1 + exp(−|z|)).
    L grows like |z| where the answer is wrong.
    """
    p = np.clip(sigmoid(logits), 1e-7, 1 - 1e-7)
    return _reduced(-(target * np.log(p) + (1 - target) * np.log(1 - p)), reduction)


def overflows(logits, target, *, reduction="mean"):
    """You wrote log(1 + exp(z)), which overflows for large z.

    Take the larger part out: max(z, 0) + log(1 + exp(−|z|)).
    L = mean of max(z, 0) − t·z + log(1 + exp(−|z|)).
    """
    with np.errstate(over="ignore"):
        return _reduced(np.log(1 + np.exp(logits)) - target * logits, reduction)


def logits_taken_for_probabilities(logits, target, *, reduction="mean"):
    """You took the logarithm of the logits, as if they were probabilities already.

    Apply the sigmoid, within the formula.
    L = mean of max(z, 0) − t·z + log(1 + exp(−|z|)).
    """
    p = np.clip(logits, 1e-7, 1 - 1e-7)
    return _reduced(-(target * np.log(p) + (1 - target) * np.log(1 - p)), reduction)


def classes_exchanged(logits, target, *, reduction="mean"):
    """You exchanged yes and no: a target of 1 pushes the score down.

    A target of 1 goes with log σ(z).
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    return _reduced(softplus(logits) - (1 - target) * logits, reduction)


def target_rounded(logits, target, *, reduction="mean"):
    """You rounded the target to yes or no before comparing.

    It may be any probability: a smoothed label, say.
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    return _reduced(softplus(logits) - np.where(target > 0.5, logits, 0), reduction)


def minus_forgotten(logits, target, *, reduction="mean"):
    """You left the minus sign out, so that the best answers have the highest loss.

    Logarithms of probabilities are negative: turn the sign.
    L = mean of −t·log σ(z) − (1 − t)·log(1 − σ(z)).
    """
    return _reduced(target * logits - softplus(logits), reduction)
