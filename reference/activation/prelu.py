"""The parametric rectified linear unit, and its gradients."""

import numpy as np

from ._checks import require_same_shape


def prelu(x: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """Keep the positive elements and multiply the others by a slope that is learned.

    Args:
        x: any shape; axis 1 holds the channels.
        slope: (C,), one for each channel, or (1,), one for all.

    Returns:
        y = x where x > 0, and slope · x elsewhere, of x's shape.

    Raises:
        ValueError: slope is neither (C,) nor (1,).

    Source: He, Zhang, Ren and Sun, Delving Deep into Rectifiers, ICCV 2015, arXiv:1502.01852, equation 1.
    """
    return np.where(x > 0, x, _along_channels(slope, x) * np.minimum(x, 0))


def prelu_backward(dy: np.ndarray, x: np.ndarray, slope: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Carry a gradient back to the input and to the slopes.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape; axis 1 holds the channels.
        slope: (C,) or (1,), as in the forward pass.

    Returns:
        dx = dy where x > 0, and slope · dy elsewhere, of x's shape; and dslope, of slope's shape: the sum of dy · x over
        all elements with x < 0 that share the slope.

    Raises:
        ValueError: dy and x differ in shape, or slope is neither (C,) nor (1,).

    Source: He, Zhang, Ren and Sun 2015, equations 2 and 3.
    """
    require_same_shape(dy, x)
    dx = np.where(x > 0, dy, _along_channels(slope, x) * dy)
    pulls = dy * np.minimum(x, 0)
    if len(slope) == 1:
        return dx, np.reshape(np.sum(pulls), 1)
    return dx, np.sum(pulls, axis=(0, *range(2, np.ndim(x))))


def _along_channels(slope: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Let the slopes line up with axis 1."""
    channels = np.shape(x)[1:2]
    if np.shape(slope) != (1,) and not (channels and np.shape(slope) == channels):
        raise ValueError(
            f"slope must be (1,) or (C,), C the size of x's axis 1, got {np.shape(slope)} for {np.shape(x)}"
        )
    return (
        np.reshape(slope, (-1,) + (1,) * (np.ndim(x) - 2)) if np.ndim(x) > 1 else np.reshape(slope, (1,) * np.ndim(x))
    )
