"""Mistakes people make in huber_loss: ½d² where |d| ≤ δ, δ·(|d| − ½δ) elsewhere, averaged over all elements."""

import numpy as np


def half_forgotten(prediction, target, *, delta=1.0, reduction="mean"):
    """You left the ½ out of the squares, so that the two pieces do not meet at δ.

    Halve the squares.
    ½d² where |d| ≤ δ.
    """
    d = np.abs(prediction - target)
    return _reduced(np.where(d <= delta, d**2, delta * (d - delta / 2)), reduction)


def pieces_do_not_meet(prediction, target, *, delta=1.0, reduction="mean"):
    """You wrote δ·|d| for large differences, which jumps at δ.

    Take ½δ² off, and the line goes on where the parabola ends.
    δ·(|d| − ½δ) where |d| > δ.
    """
    d = np.abs(prediction - target)
    return _reduced(np.where(d <= delta, d**2 / 2, delta * d), reduction)


def smooth_l1(prediction, target, *, delta=1.0, reduction="mean"):
    """You divided by δ, which makes a smooth L1 loss.

    Huber's loss is δ times as large; they agree only for δ = 1.
    ½d² where |d| ≤ δ, δ·(|d| − ½δ) elsewhere.
    """
    d = np.abs(prediction - target)
    return _reduced(np.where(d <= delta, d**2 / (2 * delta), d - delta / 2), reduction)


def delta_ignored(prediction, target, *, delta=1.0, reduction="mean"):
    """You accepted delta and used 1.

    Put δ in all its places: the border, the slope and the offset.
    ½d² where |d| ≤ δ, δ·(|d| − ½δ) elsewhere.
    """
    d = np.abs(prediction - target)
    return _reduced(np.where(d <= 1, d**2 / 2, d - 1 / 2), reduction)


def squares_everywhere(prediction, target, *, delta=1.0, reduction="mean"):
    """You squared large differences too.

    Go on in a straight line beyond δ: that is what keeps outliers from ruling.
    δ·(|d| − ½δ) where |d| > δ.
    """
    return _reduced((prediction - target) ** 2 / 2, reduction)


def sign_of_the_difference(prediction, target, *, delta=1.0, reduction="mean"):
    """You compared the difference with δ without taking its absolute value: large negative ones are squared.

    Compare |d|.
    ½d² where |d| ≤ δ, δ·(|d| − ½δ) elsewhere.
    """
    d = prediction - target
    return _reduced(np.where(d <= delta, d**2 / 2, delta * (d - delta / 2)), reduction)


def pieces_exchanged(prediction, target, *, delta=1.0, reduction="mean"):
    """You squared the large differences and took the line for the small ones.

    It is the other way round.
    ½d² where |d| ≤ δ, δ·(|d| − ½δ) elsewhere.
    """
    d = np.abs(prediction - target)
    return _reduced(np.where(d > delta, d**2 / 2, delta * (d - delta / 2)), reduction)


def pseudo_huber(prediction, target, *, delta=1.0, reduction="mean"):
    """You used the smooth approximation δ²·(√(1 + (d/δ)²) − 1).

    It has the same shape, but other values.
    ½d² where |d| ≤ δ, δ·(|d| − ½δ) elsewhere.
    """
    return _reduced(delta**2 * (np.sqrt(1 + ((prediction - target) / delta) ** 2) - 1), reduction)


def averaged_over_rows(prediction, target, *, delta=1.0):
    """You divided by the number of rows, not by that of the elements.

    Average over all elements.
    L = Σ (…) / (N·C).
    """
    d = np.abs(prediction - target)
    return np.sum(np.where(d <= delta, d**2 / 2, delta * (d - delta / 2))) / prediction.shape[0]


def _reduced(costs, reduction):
    return np.sum(costs) / (costs.size if reduction == "mean" else 1)
