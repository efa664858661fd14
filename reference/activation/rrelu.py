"""The randomized leaky rectified linear unit, and its gradient."""

import numpy as np


def rrelu(
    x: np.ndarray, *, lower: float = 0.125, upper: float = 1 / 3, training: bool, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Multiply each negative element by a slope of its own, drawn between two bounds.

    Args:
        x: any shape.
        lower: the smallest slope.
        upper: the largest slope, not below the smallest.
        training: slopes are drawn when True; all are (lower + upper)/2 when False.
        rng: where the slopes are drawn from.

    Returns:
        y = slopes · x, and the slopes, both of x's shape; the slope is 1 where x is not negative.

    Raises:
        ValueError: lower is above upper, or one of them is no finite number.

    Source: Xu, Wang, Chen and Li, Empirical Evaluation of Rectified Activations in Convolutional Network,
    arXiv:1505.00853, section 2.4; with the slope itself drawn, not its inverse, as in PyTorch 2.13.
    """
    if not (lower <= upper and np.isfinite(lower) and np.isfinite(upper)):
        raise ValueError(f"lower must be at most upper, and both finite, got {lower!r} and {upper!r}")
    drawn = lower + (upper - lower) * rng.random(np.shape(x)) if training else (lower + upper) / 2
    slopes = np.where(x < 0, drawn, 1).astype(x.dtype)
    return slopes * x, slopes


def rrelu_backward(dy: np.ndarray, slopes: np.ndarray) -> np.ndarray:
    """Multiply each gradient by the slope that the forward pass used there.

    Args:
        dy: gradient with respect to y, any shape.
        slopes: the forward's slopes, of dy's shape.

    Returns:
        dx = slopes · dy, of dy's shape.

    Raises:
        ValueError: the shapes differ.

    Source: the derivative of slopes · x, with the slopes fixed.
    """
    if np.shape(slopes) != np.shape(dy):
        raise ValueError(f"slopes must have the shape of dy, {np.shape(dy)}, got {np.shape(slopes)}")
    return slopes * dy
