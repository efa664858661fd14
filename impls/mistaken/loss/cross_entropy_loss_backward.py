"""Mistakes people make in cross_entropy_loss_backward: −target / probability / N."""

import numpy as np


def not_averaged(probability, target, *, guard="none"):
    """You did not divide by the number of rows, though the loss is a mean.

    Loss and gradient must have the same divisor.
    ∂L/∂p = −t / p / N.
    """
    return -_ratio(target, probability, guard)


def averaged_over_elements(probability, target, *, guard="none"):
    """You divided by N·C, where the loss divides by the number of rows.

    Loss and gradient must have the same divisor.
    ∂L/∂p = −t / p / N.
    """
    return -_ratio(target, probability, guard) / target.size


def minus_forgotten(probability, target, *, guard="none"):
    """You left the minus sign out: following this gradient makes the expected classes less likely.

    The loss falls as their probability rises.
    ∂L/∂p = −t / p / N.
    """
    return _ratio(target, probability, guard) / max(len(target), 1)


def gradient_of_the_logits(probability, target):
    """You returned (p − t)/N, the gradient with respect to the logits under a softmax.

    Here the probabilities themselves are what is differentiated by.
    ∂L/∂p = −t / p / N.
    """
    return (probability - target) / max(len(target), 1)


def quotient_turned(probability, target):
    """You divided the probability by the target.

    The derivative of −t·log p is −t/p.
    ∂L/∂p = −t / p / N.
    """
    return -_ratio(probability, target) / max(len(target), 1)


def zero_over_zero(probability, target):
    """You divided 0 by 0, which is NaN, where the target and the probability both are 0.

    A class that the target gives 0 contributes nothing to the loss, and its gradient is 0.
    ∂L/∂p = −t / p / N, and 0 where t = 0.
    """
    with np.errstate(all="ignore"):
        return -target / probability / max(len(target), 1)


def clipped(probability, target):
    """You clipped the probabilities to [1e-7, 1 − 1e-7] before dividing.

    Divide by the probability as it is.
    ∂L/∂p = −t / p / N, however small p is.
    """
    return -_ratio(target, np.clip(probability, 1e-7, 1 - 1e-7)) / max(len(target), 1)


def absent_classes_pushed_down(probability, target, *, guard="none"):
    """You added (1 − t)/(1 − p), the part that independent yes-or-no answers would have.

    The loss does not look at the classes that the target gives 0, so their gradient is 0.
    ∂L/∂p = −t / p / N.
    """
    with np.errstate(all="ignore"):
        return (_ratio(1 - target, 1 - probability, guard) - _ratio(target, probability, guard)) / max(len(target), 1)


def best_class_only(probability, target, *, guard="none"):
    """You gave a gradient to the target's most likely class only.

    Every class that the target gives a share has a gradient, in proportion to its share.
    ∂L/∂p = −t / p / N.
    """
    best = np.arange(target.shape[1]) == np.argmax(target, axis=1)[:, None]
    return -_ratio(np.where(best, 1, 0 * target), probability, guard) / max(len(target), 1)


def _ratio(numerator, denominator, guard="none"):
    guarded = denominator + 1e-7 if guard == "added" else denominator
    with np.errstate(all="ignore"):
        return numerator / np.where(numerator != 0, guarded, 1)
