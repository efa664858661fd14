"""Root mean square normalization and its gradient."""

import numpy as np

from ._checks import check_eps, check_gradient, check_parameters
from ._moments import check_last_axis


def rms_norm(x: np.ndarray, gamma: np.ndarray, *, eps: float = 1e-5) -> np.ndarray:
    """Divide each row, along the last axis, by the root of its mean square; then scale its elements.

    Args:
        x: (N, …, D); N may be 0.
        gamma: scale of each element of a row, (D,).
        eps: added to the mean square inside the root, at least 0.

    Returns:
        y shaped as x.

    Raises:
        ValueError: for rows of nothing, a gamma that does not fit, or a negative eps.

    Source: Zhang and Sennrich, Root Mean Square Layer Normalization, arXiv:1910.07467, equation 4; ε as in
        torch.nn.RMSNorm of PyTorch 2.13.
    """
    _check(x, gamma, eps)
    normalized, _ = _normalized(x, eps)
    return normalized * gamma


def rms_norm_backward(
    dy: np.ndarray, x: np.ndarray, gamma: np.ndarray, *, eps: float = 1e-5
) -> tuple[np.ndarray, np.ndarray]:
    """Gradients of rms_norm; the mean square depends on x too.

    Args:
        dy: gradient of the loss with respect to y, shaped as x.
        x: (N, …, D), the forward's input.
        gamma: (D,).
        eps: the forward's eps, at least 0.

    Returns:
        dx shaped as x, and dgamma (D,), summed over all rows.

    Raises:
        ValueError: as rms_norm, or for a dy that is not shaped as x.

    Source: the derivative of rms_norm, as in arXiv:1910.07467, section 4.2.
    """
    _check(x, gamma, eps)
    check_gradient(dy, x)
    normalized, root = _normalized(x, eps)
    flow = dy * gamma
    dx = (flow - normalized * np.mean(flow * normalized, axis=-1, keepdims=True)) / root
    return dx, np.sum(dy * normalized, axis=tuple(range(np.ndim(x) - 1)))


def _normalized(x: np.ndarray, eps: float) -> tuple[np.ndarray, np.ndarray]:
    root = np.sqrt(np.mean(x**2, axis=-1, keepdims=True) + eps)
    return x / root, root


def _check(x: np.ndarray, gamma: np.ndarray, eps: float) -> None:
    check_last_axis(x)
    check_parameters(np.shape(x)[-1], gamma=gamma)
    check_eps(eps)
