"""Local response normalization across channels, and its gradient."""

import numpy as np

from ._checks import check_gradient


def local_response_norm(
    x: np.ndarray,
    *,
    size: int = 5,
    alpha: float = 1e-4,
    beta: float = 0.75,
    k: float = 1.0,
    alpha_over: str = "size",
) -> np.ndarray:
    """Divide each value by a power of the squares of its neighbours in channels nearby.

    Args:
        x: (N, C, H, W); N may be 0.
        size: how many channels a window has, at least 1: size // 2 before, (size − 1) // 2 after. What lies beyond
            the first and the last channel is 0.
        alpha: weight of the squares, at least 0.
        beta: exponent, at least 0.
        k: what is added to the squares, at least 0.
        alpha_over: alpha divided by "size", whatever the border cuts off, or by "one", which is not at all.

    Returns:
        y shaped as x.

    Raises:
        ValueError: for an x without four axes, options out of their range, or an unknown convention.

    Source: Krizhevsky, Sutskever and Hinton, NIPS 2012, section 3.3 (alpha_over="one"); borders, even sizes and the
        division as in torch.nn.LocalResponseNorm of PyTorch 2.13.
    """
    _check(x, size, alpha, beta, k, alpha_over)
    return x / _scale(x, size, alpha, k, alpha_over) ** beta


def local_response_norm_backward(
    dy: np.ndarray,
    x: np.ndarray,
    *,
    size: int = 5,
    alpha: float = 1e-4,
    beta: float = 0.75,
    k: float = 1.0,
    alpha_over: str = "size",
) -> np.ndarray:
    """Gradient of local_response_norm: through the value itself, and through every window it is in.

    Args:
        dy: gradient of the loss with respect to y, shaped as x.
        x: (N, C, H, W), the forward's input.
        size, alpha, beta, k, alpha_over: the forward's.

    Returns:
        dx shaped as x.

    Raises:
        ValueError: as local_response_norm, or for a dy that is not shaped as x.

    Source: the derivative of local_response_norm, as in Caffe's lrn_layer.cpp, CrossChannelBackward.
    """
    _check(x, size, alpha, beta, k, alpha_over)
    check_gradient(dy, x)
    scale = _scale(x, size, alpha, k, alpha_over)
    weight = alpha / size if alpha_over == "size" else alpha
    # A channel is in the windows of those that have it in theirs: the window mirrored.
    through = _window_sums(dy * x * scale ** (-beta - 1), (size - 1) // 2, size // 2)
    return dy / scale**beta - 2 * weight * beta * x * through


def _scale(x: np.ndarray, size: int, alpha: float, k: float, alpha_over: str) -> np.ndarray:
    weight = alpha / size if alpha_over == "size" else alpha
    return k + weight * _window_sums(x**2, size // 2, (size - 1) // 2)


def _window_sums(values: np.ndarray, before: int, after: int) -> np.ndarray:
    padded = np.pad(values, ((0, 0), (before, after), (0, 0), (0, 0)))
    return np.sum(np.lib.stride_tricks.sliding_window_view(padded, before + 1 + after, axis=1), axis=-1)


def _check(x: np.ndarray, size: int, alpha: float, beta: float, k: float, alpha_over: str) -> None:
    if np.ndim(x) != 4:
        raise ValueError(f"x must have shape (N, C, H, W), got {np.shape(x)}.")
    if size < 1:
        raise ValueError(f"size must be at least 1, got {size}.")
    for name, value in (("alpha", alpha), ("beta", beta), ("k", k)):
        if not value >= 0:
            raise ValueError(f"{name} must be at least 0, got {value}.")
    if alpha_over not in ("size", "one"):
        raise ValueError(f"alpha_over must be 'size' or 'one', got {alpha_over!r}.")
