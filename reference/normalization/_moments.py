"""Standardization over some axes, and its gradient: what layer, group and instance normalization share."""

import numpy as np


def standardized(x: np.ndarray, axis: int | tuple[int, ...], eps: float) -> tuple[np.ndarray, np.ndarray]:
    """x with its mean over some axes subtracted, divided by √(variance + eps); and that root."""
    mean = np.mean(x, axis=axis, keepdims=True)
    root = np.sqrt(np.mean((x - mean) ** 2, axis=axis, keepdims=True) + eps)
    return (x - mean) / root, root


def through(
    dnormalized: np.ndarray, normalized: np.ndarray, root: np.ndarray, axis: int | tuple[int, ...]
) -> np.ndarray:
    """The gradient of x, given that of the standardized x; mean and variance depend on x too."""
    straight = dnormalized - np.mean(dnormalized, axis=axis, keepdims=True)
    return (straight - normalized * np.mean(dnormalized * normalized, axis=axis, keepdims=True)) / root


def check_last_axis(x: np.ndarray) -> None:
    """Refuse an x without a last axis, or with nothing along it."""
    if np.ndim(x) == 0 or np.shape(x)[-1] == 0:
        raise ValueError(f"x must have at least one value along its last axis, got shape {np.shape(x)}.")
