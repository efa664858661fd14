"""Global max pooling and its gradient."""

import numpy as np

from ._images import require_images, require_one_number_each
from ._windows import require_choice


def global_max_pool2d(x: np.ndarray) -> np.ndarray:
    """Take the largest element of every channel of every image; a NaN is the largest.

    Args:
        x: images (N, C, H, W); N may be 0.

    Returns:
        y (N, C).

    Raises:
        ValueError: x is not (N, C, H, W) with H, W ≥ 1.

    Source: torch.nn.functional.adaptive_max_pool2d to one cell, PyTorch 2.13.
    """
    require_images(x)
    return np.max(x, axis=(2, 3))


def global_max_pool2d_backward(dy: np.ndarray, x: np.ndarray, *, ties: str = "first") -> np.ndarray:
    """Hand every channel's gradient to the element that was its maximum.

    Args:
        dy: gradient with respect to the output, (N, C).
        x: the images of the forward pass (N, C, H, W).
        ties: who gets the gradient of equal maxima: the "first" in row-major order, "all" of them in full, or all
            of them in equal shares ("split"). The first NaN of a channel takes its whole gradient.

    Returns:
        dx (N, C, H, W).

    Raises:
        ValueError: as `global_max_pool2d`; or dy is not (N, C), or ties is unknown.

    Source: ties as in PyTorch 2.13 (adaptive_max_pool2d: first; amax: split).
    """
    require_images(x)
    require_one_number_each(dy, x)
    require_choice("ties", ties, ("first", "all", "split"))
    n, c, h, w = np.shape(x)
    flat = np.reshape(x, (n, c, h * w))
    lost = np.isnan(flat)
    winners = flat == np.max(flat, axis=2, keepdims=True)
    if ties == "first":
        winners = _first_of(winners)
    winners = np.where(np.any(lost, axis=2, keepdims=True), _first_of(lost), winners)
    share = dy / np.sum(winners, axis=2).astype(dy.dtype) if ties == "split" else dy
    dx = np.where(winners, share[:, :, np.newaxis], np.zeros_like(dy, shape=()))
    return np.reshape(dx, np.shape(x))


def _first_of(marks: np.ndarray) -> np.ndarray:
    """Keep only the first True along the last axis."""
    return marks & (np.cumsum(marks, axis=-1) == 1)
