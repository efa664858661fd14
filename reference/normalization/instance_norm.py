"""Instance normalization and its gradient."""

import numpy as np

from ._checks import check_eps, check_gradient, check_parameters
from ._moments import standardized, through

POSITIONS = (2, 3)


def instance_norm(x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, *, eps: float = 1e-5) -> np.ndarray:
    """Normalize each channel of each image over its positions; then scale and shift each channel.

    Args:
        x: (N, C, H, W); N may be 0.
        gamma, beta: scale and shift, (C,).
        eps: added to the variance inside the root, at least 0.

    Returns:
        y shaped as x.

    Raises:
        ValueError: for an x without four axes or without positions, parameters that do not fit, or a negative eps.

    Source: Ulyanov, Vedaldi and Lempitsky, Instance Normalization, arXiv:1607.08022, section 2.
    """
    _check(x, eps, gamma=gamma, beta=beta)
    normalized, _ = standardized(x, POSITIONS, eps)
    return normalized * np.reshape(gamma, (-1, 1, 1)) + np.reshape(beta, (-1, 1, 1))


def instance_norm_backward(
    dy: np.ndarray, x: np.ndarray, gamma: np.ndarray, *, eps: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of instance_norm; mean and variance depend on x too.

    Args:
        dy: gradient of the loss with respect to y, shaped as x.
        x: (N, C, H, W), the forward's input.
        gamma: (C,).
        eps: the forward's eps, at least 0.

    Returns:
        dx shaped as x, dgamma and dbeta (C,), summed over images and positions.

    Raises:
        ValueError: as instance_norm, or for a dy that is not shaped as x.

    Source: the derivative of instance_norm; as PyTorch 2.13 differentiates it.
    """
    _check(x, eps, gamma=gamma)
    check_gradient(dy, x)
    normalized, root = standardized(x, POSITIONS, eps)
    dx = through(dy * np.reshape(gamma, (-1, 1, 1)), normalized, root, POSITIONS)
    return dx, np.sum(dy * normalized, axis=(0, 2, 3)), np.sum(dy, axis=(0, 2, 3))


def _check(x: np.ndarray, eps: float, **parameters: np.ndarray) -> None:
    size = np.shape(x)
    if len(size) != 4:
        raise ValueError(f"x must have shape (N, C, H, W), got {size}.")
    if size[2] * size[3] == 0:
        raise ValueError("x must hold at least one position per channel: the mean of nothing is undefined.")
    check_parameters(size[1], **parameters)
    check_eps(eps)
