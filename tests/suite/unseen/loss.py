"""Mistakes in losses that impls/mistaken does not list."""

import numpy as np


def huber_loss__half_taken_off_whatever_delta(prediction, target, *, delta=1.0, reduction="mean"):
    """You wrote δ·|d| − ½ for large differences, which meets the parabola only where δ is 1; it is δ·|d| − ½δ²."""
    difference = np.abs(prediction - target)
    total = np.sum(np.where(difference <= delta, difference**2 / 2, delta * difference - 0.5))
    with np.errstate(invalid="ignore"):
        return total / (prediction.size if reduction == "mean" else 1)


def triplet_loss__nearest_negative_of_the_batch(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You compared each anchor with the nearest negative of the whole batch, not with the one of its own row."""

    def length(difference):
        squares = np.sum(difference**2, axis=-1)
        return np.sqrt(squares) if distance == "euclidean" else squares

    nearest = np.min(length(anchor[:, None] - negative[None]), axis=1, initial=np.inf)
    losses = np.maximum(length(anchor - positive) - nearest + margin, 0)
    with np.errstate(invalid="ignore"):
        return np.sum(losses) / len(anchor)


def softmax_cross_entropy_loss__class_zero_taken_for_padding(logits, labels, *, reduction="mean"):
    """You left out the rows with label 0, as if 0 marked padding: class 0 is a class like the others."""
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(shifted), axis=1)) - shifted[np.arange(len(labels)), labels]
    losses = losses[labels != 0]
    with np.errstate(invalid="ignore"):
        return np.sum(losses) / (len(losses) if reduction == "mean" else 1)


def hinge_loss_backward__label_counts_over_the_batch(scores, labels, *, margin=1.0):
    """You gave each label the count of the classes within the margin in all rows, not in its own row."""
    is_label = np.arange(scores.shape[1]) == labels[:, None]
    excess = scores - scores[np.arange(len(labels)), labels][:, None] + margin
    ones = ((excess > 0) & ~is_label).astype(scores.dtype)
    return np.where(is_label, -np.sum(ones), ones) / len(labels)


def binary_cross_entropy_loss__tail_without_absolute_value(logits, target, *, reduction="mean"):
    """You wrote log(1 + e^(−z)) where the stable form has log(1 + e^(−|z|)), so negative logits pay |z| too much."""
    with np.errstate(over="ignore", invalid="ignore"):
        total = np.sum(np.maximum(logits, 0) - target * logits + np.log(1 + np.exp(-logits)))
        return total / (logits.size if reduction == "mean" else 1)


def mse_loss__square_multiplied_out(prediction, target, *, reduction="mean"):
    """You summed p² − 2pt + t² each by itself: where p and t are large and close, all digits cancel."""
    squares = np.sum(prediction**2) - 2 * np.sum(prediction * target) + np.sum(target**2)
    rows = len(prediction) if prediction.ndim else 1
    with np.errstate(invalid="ignore"):
        return squares / {"mean": prediction.size, "sum": 1, "half_sum": 2, "half_mean": 2 * rows}[reduction]
