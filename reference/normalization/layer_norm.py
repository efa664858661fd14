"""Layer normalization and its gradient."""

import numpy as np

from ._checks import check_eps, check_gradient, check_parameters
from ._moments import check_last_axis, standardized, through


def layer_norm(x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, *, eps: float = 1e-5) -> np.ndarray:
    """Normalize each row, along the last axis, by its own mean and variance; then scale and shift its elements.

    Args:
        x: (N, …, D); N may be 0.
        gamma, beta: scale and shift of each element of a row, (D,).
        eps: added to the variance inside the root, at least 0.

    Returns:
        y shaped as x.

    Raises:
        ValueError: for rows of nothing, parameters that do not fit, or a negative eps.

    Source: Ba, Kiros and Hinton, Layer Normalization, arXiv:1607.06450, equation 4; ε as in PyTorch 2.13.
    """
    _check(x, eps, gamma=gamma, beta=beta)
    normalized, _ = standardized(x, -1, eps)
    return normalized * gamma + beta


def layer_norm_backward(
    dy: np.ndarray, x: np.ndarray, gamma: np.ndarray, *, eps: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of layer_norm; mean and variance depend on x too.

    Args:
        dy: gradient of the loss with respect to y, shaped as x.
        x: (N, …, D), the forward's input.
        gamma: (D,).
        eps: the forward's eps, at least 0.

    Returns:
        dx shaped as x, dgamma and dbeta (D,), summed over all rows.

    Raises:
        ValueError: as layer_norm, or for a dy that is not shaped as x.

    Source: the derivative of layer_norm; as in PyTorch 2.13, layer_norm_kernel.cpp.
    """
    _check(x, eps, gamma=gamma)
    check_gradient(dy, x)
    normalized, root = standardized(x, -1, eps)
    rows = tuple(range(np.ndim(x) - 1))
    return through(dy * gamma, normalized, root, -1), np.sum(dy * normalized, axis=rows), np.sum(dy, axis=rows)


def _check(x: np.ndarray, eps: float, **parameters: np.ndarray) -> None:
    check_last_axis(x)
    check_parameters(np.shape(x)[-1], **parameters)
    check_eps(eps)
