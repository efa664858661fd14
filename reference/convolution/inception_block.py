"""The Inception block: four scales at once."""

import numpy as np

from ._windows import require_shape
from .conv2d import conv2d


def inception_block(
    x: np.ndarray,
    w1: np.ndarray,
    w3r: np.ndarray,
    w3: np.ndarray,
    w5r: np.ndarray,
    w5: np.ndarray,
    wp: np.ndarray,
) -> np.ndarray:
    """Look at the images through kernels of 1, 3 and 5 and through a maximum, and lay the results on top of each other.

    Args:
        x: images (N, C, H, W), H, W ≥ 1.
        w1: weights of the 1×1 branch (A, C, 1, 1).
        w3r: weights that reduce the channels before the 3×3 convolution (R, C, 1, 1).
        w3: weights of the 3×3 convolution (B, R, 3, 3).
        w5r: weights that reduce the channels before the 5×5 convolution (S, C, 1, 1).
        w5: weights of the 5×5 convolution (D, S, 5, 5).
        wp: weights behind the 3×3 max pooling (E, C, 1, 1).

    Returns:
        y (N, A + B + D + E, H, W): the branches 1×1, 3×3, 5×5 and pooling in this order, relu after each convolution.

    Raises:
        ValueError: the shapes do not fit.

    Source: Szegedy et al., Going Deeper with Convolutions, arXiv:1409.4842, figure 2(b).
    """
    if x.ndim != 4 or min(x.shape[2:]) < 1:
        raise ValueError(f"x must be (N, C, H, W) with at least one row and one column, got shape {x.shape}")
    for name, w, channels, kernel in (
        ("w1", w1, x.shape[1], 1),
        ("w3r", w3r, x.shape[1], 1),
        ("w3", w3, len(w3r), 3),
        ("w5r", w5r, x.shape[1], 1),
        ("w5", w5, len(w5r), 5),
        ("wp", wp, x.shape[1], 1),
    ):
        require_shape(name, w, (len(w), channels, kernel, kernel))
    branches = (
        _layer(x, w1),
        _layer(_layer(x, w3r), w3),
        _layer(_layer(x, w5r), w5),
        _layer(_pooled(x), wp),
    )
    return np.concatenate(branches, axis=1)


def _layer(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Convolve without bias, padded to keep the size, and apply relu."""
    return np.maximum(conv2d(x, w, np.zeros(len(w), dtype=x.dtype, like=x), padding="same"), 0)


def _pooled(x: np.ndarray) -> np.ndarray:
    """Take the maximum of every cell's surroundings, 3 by 3, as far as they lie in the image."""
    wide = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), constant_values=-np.inf)
    return np.max(np.lib.stride_tricks.sliding_window_view(wide, (3, 3), axis=(2, 3)), axis=(4, 5))
