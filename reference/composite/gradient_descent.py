"""Gradient descent of a linear model: the loop around a dense layer and its loss."""

import numpy as np

from ..linear._checks import require_choice, require_rate, require_shape
from ..linear.dense import dense, dense_backward
from ..loss.mse_loss import mse_loss, mse_loss_backward


def gradient_descent(
    x: np.ndarray,
    y: np.ndarray,
    w: np.ndarray,
    b: np.ndarray,
    *,
    lr: float,
    batch_size: int,
    epochs: int,
    batch: str = "mean",
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Walk down the mean squared error of a dense layer, batch after batch, in the data's order.

    Args:
        x: (N, D), one row per example.
        y: (N, M), the targets.
        w: (D, M), the weights to start with.
        b: (M,), the biases to start with.
        lr: the length of a step in gradients, 0 or more.
        batch_size: how many rows make a step, 1 or more; what is left over at the end of the data is a smaller batch.
        epochs: how often the data are gone through, 0 or more.
        batch: whether a batch's gradient is that of the "mean" or of the "sum" of its squared errors.

    Returns:
        w and b after the last epoch, and the losses: the mean squared error over all data after each epoch, (epochs,).

    Raises:
        ValueError: the shapes do not fit, an option is out of its range, or batch is unknown.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, algorithm 8.1, without shuffling.
    """
    prediction = dense(x, w, b)
    require_shape("y", y, prediction.shape)
    require_rate("lr", lr)
    require_choice("batch", batch, ("mean", "sum"))
    if batch_size < 1 or epochs < 0:
        raise ValueError(f"batch_size must be 1 or more and epochs 0 or more, got {batch_size} and {epochs}")
    losses = np.zeros(epochs, dtype=x.dtype, like=x)
    w, b = np.copy(w), np.copy(b)
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            dy = mse_loss_backward(dense(x[rows], w, b), y[rows], reduction=batch)
            _, dw, db = dense_backward(dy, x[rows], w)
            w, b = w - lr * dw, b - lr * db
        losses[epoch] = mse_loss(dense(x, w, b), y)
    return w, b, losses
