"""The delta rule: one step of gradient descent for linear units."""

import numpy as np

from ._checks import require_matrix, require_rate, require_shape


def delta_rule_update(
    w: np.ndarray, b: np.ndarray, x: np.ndarray, target: np.ndarray, *, lr: float
) -> tuple[np.ndarray, np.ndarray]:
    """Move weights and biases by what each of them has contributed to the error, summed over the batch.

    Args:
        w: (D, M), one column per unit.
        b: (M,), one bias per unit.
        x: (N, D), one row per example.
        target: (N, M), what the units were to put out.
        lr: the learning rate, at least 0.

    Returns:
        w + lr · xᵀ e and b + lr · Σ e over the rows, where e = target − (x w + b).

    Raises:
        ValueError: the shapes do not fit, or lr is negative.

    Source: Mitchell, Machine Learning, McGraw-Hill 1997, equation 4.7.
    """
    require_matrix(w=w, x=x)
    require_shape("x", x, (x.shape[0], w.shape[0]))
    require_shape("b", b, (w.shape[1],))
    require_shape("target", target, (x.shape[0], w.shape[1]))
    require_rate("lr", lr)
    error = target - (x @ w + b)
    return w + lr * (x.T @ error), b + lr * np.sum(error, axis=0)
