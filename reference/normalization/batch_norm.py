"""Batch normalization: in training, in inference, and backward through the batch statistics."""

import math

import numpy as np

from ._checks import check_eps, check_gradient, check_parameters


def batch_norm(
    x: np.ndarray,
    gamma: np.ndarray,
    beta: np.ndarray,
    running_mean: np.ndarray,
    running_var: np.ndarray,
    *,
    momentum: float = 0.9,
    eps: float = 1e-5,
    running: str = "biased",
    axes: str = "channel",
    momentum_of: str = "old",
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Normalize each channel by its own mean and variance over the batch, then scale and shift it.

    Args:
        x: (N, C) or (N, C, H, W).
        gamma, beta: scale and shift, (C,), or (C·H·W,) with axes="feature".
        running_mean, running_var: averages kept for inference, shaped as gamma.
        momentum: weight of the old running value (of the new one with momentum_of="new"), in [0, 1].
        eps: added to the variance inside the root, at least 0.
        running: the variance that enters running_var, "biased" (divided by n) or "unbiased" (by n − 1).
        axes: "channel" shares statistics over the positions of an image; "feature" keeps every (c, h, w) apart.
        momentum_of: whether momentum weighs the "old" running value or the "new" one.

    Returns:
        y shaped as x (always from the biased variance), the new running_mean, the new running_var.

    Raises:
        ValueError: for shapes that do not fit, no values per channel, momentum outside [0, 1], a negative eps, an
            unknown convention, or running="unbiased" with one value per channel.

    Source: Ioffe and Szegedy, Batch Normalization, arXiv:1502.03167, Algorithm 1.
    """
    over, shape, count = _layout(x, axes)
    length = math.prod(shape)
    check_parameters(length, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    check_eps(eps)
    if not (momentum >= 0 and momentum <= 1):
        raise ValueError(f"momentum must lie in [0, 1], got {momentum}.")
    if running not in ("biased", "unbiased"):
        raise ValueError(f"running must be 'biased' or 'unbiased', got {running!r}.")
    if momentum_of not in ("old", "new"):
        raise ValueError(f"momentum_of must be 'old' or 'new', got {momentum_of!r}.")
    _check_count(count)
    if running == "unbiased" and count == 1:
        raise ValueError("running='unbiased' needs more than one value per channel in x.")

    mean, var = _statistics(x, over)
    y = (x - mean) / np.sqrt(var + eps) * np.reshape(gamma, shape) + np.reshape(beta, shape)

    old, new = (momentum, 1 - momentum) if momentum_of == "old" else (1 - momentum, momentum)
    stored_var = var * count / (count - 1) if running == "unbiased" else var
    running_mean = old * running_mean + new * np.reshape(mean, np.shape(running_mean))
    running_var = old * running_var + new * np.reshape(stored_var, np.shape(running_var))
    return y, running_mean, running_var


def batch_norm_inference(
    x: np.ndarray,
    gamma: np.ndarray,
    beta: np.ndarray,
    running_mean: np.ndarray,
    running_var: np.ndarray,
    *,
    eps: float = 1e-5,
    axes: str = "channel",
) -> np.ndarray:
    """Normalize with the running statistics, whatever the batch.

    Args:
        x: (N, C) or (N, C, H, W); N may be 0.
        gamma, beta, running_mean, running_var: (C,), or (C·H·W,) with axes="feature".
        eps: added to the variance inside the root, at least 0.
        axes: as in batch_norm.

    Returns:
        y shaped as x.

    Raises:
        ValueError: for shapes that do not fit, a negative eps, or an unknown convention.

    Source: Ioffe and Szegedy, arXiv:1502.03167, Algorithm 2, step 11, with running averages for E[x] and Var[x].
    """
    _, shape, _ = _layout(x, axes)
    length = math.prod(shape)
    check_parameters(length, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    check_eps(eps)
    normalized = (x - np.reshape(running_mean, shape)) / np.sqrt(np.reshape(running_var, shape) + eps)
    return normalized * np.reshape(gamma, shape) + np.reshape(beta, shape)


def batch_norm_backward(
    dy: np.ndarray, x: np.ndarray, gamma: np.ndarray, *, eps: float = 1e-5, axes: str = "channel"
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of batch_norm's y; mean and variance depend on x too.

    Args:
        dy: gradient of the loss with respect to y, shaped as x.
        x: (N, C) or (N, C, H, W), the forward's input.
        gamma: (C,), or (C·H·W,) with axes="feature".
        eps: the forward's eps, at least 0.
        axes: as in batch_norm.

    Returns:
        dx shaped as x, dgamma and dbeta shaped as gamma.

    Raises:
        ValueError: for shapes that do not fit, no values per channel, a negative eps, or an unknown convention.

    Source: Ioffe and Szegedy, arXiv:1502.03167, the equations of section 3, simplified to
        dx = γ/√(σ² + ε) · (dy − mean(dy) − x̂ · mean(dy · x̂)).
    """
    over, shape, count = _layout(x, axes)
    length = math.prod(shape)
    check_gradient(dy, x)
    check_parameters(length, gamma=gamma)
    check_eps(eps)
    _check_count(count)

    mean, var = _statistics(x, over)
    root = np.sqrt(var + eps)
    normalized = (x - mean) / root
    dbeta = np.sum(dy, axis=over, keepdims=True)
    dgamma = np.sum(dy * normalized, axis=over, keepdims=True)
    dx = np.reshape(gamma, shape) / root * (dy - dbeta / count - normalized * dgamma / count)
    return dx, np.reshape(dgamma, np.shape(gamma)), np.reshape(dbeta, np.shape(gamma))


def _statistics(x: np.ndarray, over: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    mean = np.mean(x, axis=over, keepdims=True)
    return mean, np.mean((x - mean) ** 2, axis=over, keepdims=True)


def _layout(x: np.ndarray, axes: str) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """The axes statistics run over, the shape in which gamma meets x, and the number of values per statistic."""
    size = np.shape(x)
    if len(size) not in (2, 4):
        raise ValueError(f"x must have shape (N, C) or (N, C, H, W), got {size}.")
    if axes not in ("channel", "feature"):
        raise ValueError(f"axes must be 'channel' or 'feature', got {axes!r}.")
    if axes == "feature" or len(size) == 2:
        return (0,), (1, *size[1:]), size[0]
    return (0, 2, 3), (1, size[1], 1, 1), size[0] * size[2] * size[3]


def _check_count(count: int) -> None:
    if count == 0:
        raise ValueError("x must hold at least one value per channel: the mean of nothing is undefined.")
