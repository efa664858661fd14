"""Mistakes people make in binary_cross_entropy_loss_backward: (σ(z) − t) over the number of elements."""

import numpy as np

from ._sigmoid import sigmoid


def _reduced(slopes, reduction):
    return slopes / (max(slopes.size, 1) if reduction == "mean" else 1)


def divided_by_rows(logits, target):
    """You divided by the number of rows, where the loss divides by the number of elements.

    Loss and gradient must have the same divisor.
    ∂L/∂z = (σ(z) − t) / (N·C).
    """
    return (sigmoid(logits) - target) / logits.shape[0] if logits.size else 0 * logits


def sign_turned(logits, target, *, reduction="mean"):
    """You subtracted the probability from the target: following this gradient makes the answer worse.

    The gradient is negative where the score has to rise.
    ∂L/∂z = (σ(z) − t) / (N·C).
    """
    return _reduced(target - sigmoid(logits), reduction)


def slope_multiplied(logits, target, *, reduction="mean"):
    """You multiplied with the sigmoid's slope σ(1 − σ), as for a squared error: sure and wrong answers learn nothing.

    The logarithm cancels that slope; it is what the cross-entropy is for.
    ∂L/∂z = (σ(z) − t) / (N·C).
    """
    p = sigmoid(logits)
    return _reduced((p - target) * p * (1 - p), reduction)


def gradient_of_the_probability(logits, target, *, reduction="mean"):
    """You stopped at the probabilities: (p − t)/(p(1 − p)) is the gradient with respect to p, not to the logits.

    Carry it on through the sigmoid, whose slope p(1 − p) cancels the denominator.
    ∂L/∂z = (σ(z) − t) / (N·C).
    """
    p = sigmoid(logits)
    with np.errstate(all="ignore"):
        return _reduced((p - target) / (p * (1 - p)), reduction)


def logits_taken_for_probabilities(logits, target, *, reduction="mean"):
    """You subtracted the target from the logits themselves.

    Apply the sigmoid first.
    ∂L/∂z = (σ(z) − t) / (N·C).
    """
    return _reduced(logits - target, reduction)


def only_the_yes(logits, target, *, reduction="mean"):
    """You gave a gradient only where the target is a yes.

    A no is learnt as well: its gradient is σ(z).
    ∂L/∂z = (σ(z) − t) / (N·C), everywhere.
    """
    return _reduced(target * (sigmoid(logits) - 1), reduction)


def target_rounded(logits, target, *, reduction="mean"):
    """You rounded the target to yes or no before subtracting.

    It may be any probability: a smoothed label, say.
    ∂L/∂z = (σ(z) − t) / (N·C).
    """
    p = sigmoid(logits)
    return _reduced(np.where(target > 0.5, p - 1, p), reduction)


def overflows(logits, target, *, reduction="mean"):
    """You wrote exp(z)/(1 + exp(z)), which is ∞/∞ for large z.

    Use exp(−|z|), which never overflows.
    σ(z) = 1/(1 + exp(−z)).
    """
    with np.errstate(all="ignore"):
        p = np.exp(logits) / (1 + np.exp(logits))
    return _reduced(p - target, reduction)
