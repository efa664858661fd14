"""The basic residual block and its gradients."""

import numpy as np

from ._windows import require_shape
from .conv2d import conv2d, conv2d_backward


def residual_block(x: np.ndarray, w1: np.ndarray, b1: np.ndarray, w2: np.ndarray, b2: np.ndarray) -> np.ndarray:
    """Add to the images what two convolutions make of them.

    Args:
        x: images (N, C, H, W).
        w1: weights of the first convolution (C, C, 3, 3).
        b1: its biases (C,).
        w2: weights of the second convolution (C, C, 3, 3).
        b2: its biases (C,).

    Returns:
        y = relu(x + conv(relu(conv(x)))), of the shape of x; both convolutions keep the size.

    Raises:
        ValueError: the shapes do not fit.

    Source: He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition, arXiv:1512.03385, figure 2 and
    equation 1, without batch normalization.
    """
    _require_block(x, w1, b1, w2, b2)
    inner = np.maximum(conv2d(x, w1, b1, padding=1), 0)
    return np.maximum(x + conv2d(inner, w2, b2, padding=1), 0)


def residual_block_backward(
    dy: np.ndarray, x: np.ndarray, w1: np.ndarray, b1: np.ndarray, w2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Carry a gradient back through both convolutions and around them.

    Args:
        dy: gradient with respect to the output (N, C, H, W).
        x: images (N, C, H, W).
        w1: weights of the first convolution (C, C, 3, 3).
        b1: its biases (C,).
        w2: weights of the second convolution (C, C, 3, 3).
        b2: its biases (C,).

    Returns:
        dx, dw1, db1, dw2 and db2, of the shapes of what they belong to; at a kink of a relu the gradient is 0.

    Raises:
        ValueError: the shapes do not fit.

    Source: He, Zhang, Ren and Sun, arXiv:1512.03385, equation 1, and the chain rule.
    """
    _require_block(x, w1, b1, w2, b2)
    require_shape("dy", dy, x.shape)
    before = conv2d(x, w1, b1, padding=1)
    inner = np.maximum(before, 0)
    total = x + conv2d(inner, w2, b2, padding=1)
    dtotal = np.where(total > 0, dy, 0)
    dinner, dw2, db2 = conv2d_backward(dtotal, inner, w2, padding=1)
    dx, dw1, db1 = conv2d_backward(np.where(before > 0, dinner, 0), x, w1, padding=1)
    return dtotal + dx, dw1, db1, dw2, db2


def _require_block(x: np.ndarray, w1: np.ndarray, b1: np.ndarray, w2: np.ndarray, b2: np.ndarray) -> None:
    if x.ndim != 4:
        raise ValueError(f"x must have four axes (N, C, H, W), got shape {x.shape}")
    channels = x.shape[1]
    for name, array in (("w1", w1), ("w2", w2)):
        require_shape(name, array, (channels, channels, 3, 3))
    for name, array in (("b1", b1), ("b2", b2)):
        require_shape(name, array, (channels,))
