"""Global average pooling and its gradient."""

import numpy as np

from ._images import require_images, require_one_number_each


def global_avg_pool2d(x: np.ndarray) -> np.ndarray:
    """Take the mean of every channel of every image.

    Args:
        x: images (N, C, H, W); N may be 0.

    Returns:
        y (N, C).

    Raises:
        ValueError: x is not (N, C, H, W) with H, W ≥ 1.

    Source: Lin, Chen and Yan, Network in Network, ICLR 2014, section 3.2.
    """
    require_images(x)
    return np.mean(x, axis=(2, 3))


def global_avg_pool2d_backward(dy: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Hand every position an equal share of its channel's gradient.

    Args:
        dy: gradient with respect to the output, (N, C).
        x: the images of the forward pass (N, C, H, W); only the shape matters.

    Returns:
        dx (N, C, H, W).

    Raises:
        ValueError: as `global_avg_pool2d`, or dy is not (N, C).

    Source: the derivative of a mean.
    """
    require_images(x)
    require_one_number_each(dy, x)
    share = dy / (np.shape(x)[2] * np.shape(x)[3])
    return np.copy(np.broadcast_to(share[:, :, np.newaxis, np.newaxis], np.shape(x)))
