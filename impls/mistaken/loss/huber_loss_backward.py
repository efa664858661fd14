"""Mistakes people make in huber_loss_backward: the differences, cut off at ±δ, over the number of elements."""

import numpy as np


def not_cut_off(prediction, target, *, delta=1.0, reduction="mean"):
    """You let large differences through as they are: the gradient of a squared error.

    Cut them off at ±δ.
    ∂L/∂p = max(−δ, min(δ, d)) / (N·C).
    """
    return _reduced(prediction - target, reduction)


def slope_of_one(prediction, target, *, delta=1.0, reduction="mean"):
    """You gave large differences the slope ±1, where the line has the slope ±δ.

    Return ±δ; the two agree only for δ = 1.
    ∂L/∂p = max(−δ, min(δ, d)) / (N·C).
    """
    d = prediction - target
    return _reduced(np.where(np.abs(d) <= delta, d, np.sign(d)), reduction)


def outliers_left_out(prediction, target, *, delta=1.0, reduction="mean"):
    """You gave large differences no gradient at all.

    They count less than squares would, but they do count.
    ∂L/∂p = ±δ / (N·C) where |d| > δ.
    """
    d = prediction - target
    return _reduced(np.where(np.abs(d) > delta, 0 * prediction, d), reduction)


def smooth_l1(prediction, target, *, delta=1.0, reduction="mean"):
    """You divided by δ, which makes the gradient of a smooth L1 loss.

    Huber's is δ times as large; they agree only for δ = 1.
    ∂L/∂p = max(−δ, min(δ, d)) / (N·C).
    """
    return _reduced(_cut(prediction - target, delta) / delta, reduction)


def delta_ignored(prediction, target, *, delta=1.0, reduction="mean"):
    """You accepted delta and cut off at ±1.

    Cut off at ±δ.
    ∂L/∂p = max(−δ, min(δ, d)) / (N·C).
    """
    return _reduced(_cut(prediction - target, 1), reduction)


def negatives_not_cut_off(prediction, target, *, delta=1.0, reduction="mean"):
    """You cut off at δ, but not at −δ.

    Cut off on both sides.
    ∂L/∂p = max(−δ, min(δ, d)) / (N·C).
    """
    return _reduced(np.minimum(prediction - target, delta), reduction)


def doubled(prediction, target, *, delta=1.0, reduction="mean"):
    """You kept the 2 of the square, which the loss's ½ takes away.

    The derivative of ½d² is d.
    ∂L/∂p = max(−δ, min(δ, d)) / (N·C).
    """
    return _reduced(2 * _cut(prediction - target, delta), reduction)


def sign_turned(prediction, target, *, delta=1.0, reduction="mean"):
    """You subtracted the prediction from the target: following this gradient makes the error grow.

    The gradient points away from the target.
    ∂L/∂p = max(−δ, min(δ, d)) / (N·C), d = p − t.
    """
    return _reduced(_cut(target - prediction, delta), reduction)


def divided_by_rows(prediction, target, *, delta=1.0):
    """You divided by the number of rows, not by that of the elements.

    Loss and gradient must have the same divisor.
    ∂L/∂p = max(−δ, min(δ, d)) / (N·C).
    """
    return _cut(prediction - target, delta) / max(prediction.shape[0], 1)


def _cut(difference, delta):
    return np.maximum(np.minimum(difference, delta), -delta)


def _reduced(slopes, reduction):
    return slopes / (max(slopes.size, 1) if reduction == "mean" else 1)
