"""Group normalization and its gradient."""

import numpy as np

from ._checks import check_eps, check_gradient, check_parameters
from ._moments import standardized, through


def group_norm(x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, *, groups: int, eps: float = 1e-5) -> np.ndarray:
    """Normalize groups of neighbouring channels, each example on its own; then scale and shift each channel.

    Args:
        x: (N, C) or (N, C, H, W); N may be 0.
        gamma, beta: scale and shift, (C,).
        groups: how many groups the channels are cut into; must divide C.
        eps: added to the variance inside the root, at least 0.

    Returns:
        y shaped as x.

    Raises:
        ValueError: for shapes that do not fit, groups that do not divide C, groups of nothing, or a negative eps.

    Source: Wu and He, Group Normalization, arXiv:1803.08494, equations 1, 2, 3, 6 and 7.
    """
    shape, grouped = _layout(x, groups)
    check_parameters(np.shape(x)[1], gamma=gamma, beta=beta)
    check_eps(eps)
    normalized, _ = standardized(np.reshape(x, grouped), -1, eps)
    return np.reshape(normalized, np.shape(x)) * np.reshape(gamma, shape) + np.reshape(beta, shape)


def group_norm_backward(
    dy: np.ndarray, x: np.ndarray, gamma: np.ndarray, *, groups: int, eps: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of group_norm; mean and variance depend on x too.

    Args:
        dy: gradient of the loss with respect to y, shaped as x.
        x: (N, C) or (N, C, H, W), the forward's input.
        gamma: (C,).
        groups, eps: the forward's.

    Returns:
        dx shaped as x, dgamma and dbeta (C,), summed over examples and positions.

    Raises:
        ValueError: as group_norm, or for a dy that is not shaped as x.

    Source: the derivative of group_norm; as in PyTorch 2.13, group_norm_kernel.cpp.
    """
    shape, grouped = _layout(x, groups)
    check_gradient(dy, x)
    check_parameters(np.shape(x)[1], gamma=gamma)
    check_eps(eps)
    normalized, root = standardized(np.reshape(x, grouped), -1, eps)
    dx = through(np.reshape(dy * np.reshape(gamma, shape), grouped), normalized, root, -1)
    over = (0, 2, 3)[: np.ndim(x) - 1]
    dgamma = np.sum(dy * np.reshape(normalized, np.shape(x)), axis=over)
    return np.reshape(dx, np.shape(x)), dgamma, np.sum(dy, axis=over)


def _layout(x: np.ndarray, groups: int) -> tuple[tuple[int, ...], tuple[int, int, int]]:
    """The shape in which gamma meets x, and x's shape with one group along each last axis."""
    size = np.shape(x)
    if len(size) not in (2, 4):
        raise ValueError(f"x must have shape (N, C) or (N, C, H, W), got {size}.")
    if groups < 1 or size[1] % groups:
        raise ValueError(f"groups must be at least 1 and divide the {size[1]} channels, got {groups}.")
    positions = size[2] * size[3] if len(size) == 4 else 1
    values = size[1] // groups * positions
    if values == 0:
        raise ValueError("x must hold at least one value per group: the mean of nothing is undefined.")
    return (1, size[1], 1, 1)[: len(size)], (size[0], groups, values)
