"""The dense layer, and its gradients."""

import numpy as np

from ._checks import require_choice, require_matrix, require_shape


def dense(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Weight and add up the inputs of each row, and add a bias.

    Args:
        x: (N, D), one row per example.
        w: (D, M), one column per unit.
        b: (M,), one bias per unit.

    Returns:
        y = x w + b, of shape (N, M).

    Raises:
        ValueError: the shapes do not fit.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 6.3 without its activation.
    """
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    return x @ w + b


def dense_backward(
    dy: np.ndarray, x: np.ndarray, w: np.ndarray, *, batch: str = "sum"
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Carry a gradient back through the layer.

    Args:
        dy: (N, M), the gradient with respect to the output.
        x: (N, D), one row per example.
        w: (D, M), one column per unit.
        batch: whether dw and db are "sum" or "mean" over the rows.

    Returns:
        dx = dy wᵀ, dw = xᵀ dy and db = Σ dy, of the shapes of x, w and the bias.

    Raises:
        ValueError: the shapes do not fit, or batch is unknown.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, algorithm 6.4; the mean as in Coursera's
    Neural Networks and Deep Learning, week 4.
    """
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("dy", dy, (x.shape[0], w.shape[1]))
    require_choice("batch", batch, ("sum", "mean"))
    rows = len(x) if batch == "mean" else 1
    with np.errstate(invalid="ignore"):  # 0/0, the mean over no rows, is NaN
        return dy @ w.T, x.T @ dy / rows, np.sum(dy, axis=0) / rows
