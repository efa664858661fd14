"""Mistakes people make in mse_loss_backward: 2·(prediction − target) over the number of elements."""

import math

import numpy as np


def _divisor(shape, reduction):
    return {"mean": math.prod(shape), "sum": 1, "half_sum": 2, "half_mean": 2 * shape[0]}[reduction]


def factor_two_forgotten(prediction, target):
    """You left out the 2 that the square leaves behind.

    Only a loss with a ½ in front has a gradient without it, and mse_loss has none.
    ∂L/∂p = 2·(p − t) / (N·C).
    """
    return (prediction - target) / prediction.size


def sign_turned(prediction, target, *, reduction="mean"):
    """You subtracted the prediction from the target: following this gradient makes the error grow.

    The loss falls when the prediction moves towards the target, so its gradient points away from it.
    ∂L/∂p = 2·(p − t) / (N·C).
    """
    return 2 * (target - prediction) / _divisor(prediction.shape, reduction)


def divided_by_rows(prediction, target):
    """You divided by the number of rows, where the loss divides by the number of elements.

    Loss and gradient must have the same divisor.
    ∂L/∂p = 2·(p − t) / (N·C).
    """
    return 2 * (prediction - target) / prediction.shape[0]


def sign_only(prediction, target, *, reduction="mean"):
    """You returned only the sign of the difference: the gradient of the absolute error.

    The gradient of a square is twice the difference itself.
    ∂L/∂p = 2·(p − t) / (N·C).
    """
    return np.sign(prediction - target) / _divisor(prediction.shape, reduction)


def square_left_in(prediction, target, *, reduction="mean"):
    """You kept the square when differentiating.

    The derivative of d² is 2·d.
    ∂L/∂p = 2·(p − t) / (N·C), not 2·(p − t)² / (N·C).
    """
    return 2 * (prediction - target) ** 2 / _divisor(prediction.shape, reduction)


def averaged_over_the_batch(prediction, target):
    """You averaged the gradient over the batch, which leaves one row for all examples.

    Every prediction has a gradient of its own: the result has prediction's shape.
    ∂L/∂pᵢ = 2·(pᵢ − tᵢ) / (N·C).
    """
    return 2 * np.sum(prediction - target, axis=0, keepdims=True) / prediction.shape[0]


def overwrites_prediction(prediction, target, *, reduction="mean"):
    """You wrote prediction −= target, which spoils the caller's prediction.

    Write the difference into a new array.
    ∂L/∂p = 2·(p − t) / (N·C), with p left as it was.
    """
    prediction -= target
    return 2 * prediction / _divisor(prediction.shape, reduction)


def scaled_by_the_root(prediction, target, *, reduction="mean"):
    """You divided by the root of the mean: the gradient of the root mean squared error, and NaN where all is right.

    The loss has no root, nor has its gradient.
    ∂L/∂p = 2·(p − t) / (N·C).
    """
    divisor = _divisor(prediction.shape, reduction)
    with np.errstate(all="ignore"):
        return (prediction - target) / (divisor * np.sqrt(np.sum((prediction - target) ** 2) / divisor))
