"""The exponential linear unit, and its gradient."""

import numpy as np

from ._checks import require_not_negative, require_same_shape


def elu(x: np.ndarray, *, alpha: float = 1.0) -> np.ndarray:
    """Keep the positive elements and bend the negative ones towards −α.

    Args:
        x: any shape.
        alpha: the depth at which negative elements saturate, 0 or more.

    Returns:
        y = x where x > 0, and α(eˣ − 1) elsewhere, of x's shape.

    Raises:
        ValueError: alpha is negative.

    Source: Clevert, Unterthiner and Hochreiter, Fast and Accurate Deep Network Learning by Exponential Linear Units,
    ICLR 2016, §3.
    """
    require_not_negative("alpha", alpha)
    return np.where(x > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1))


def elu_backward(dy: np.ndarray, x: np.ndarray, *, alpha: float = 1.0) -> np.ndarray:
    """Let the gradient through where x is positive, and let it fade elsewhere.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.
        alpha: the depth at which negative elements saturate, 0 or more.

    Returns:
        dx, of x's shape: dy where x > 0, and dy · (y + α) = dy · α · eˣ elsewhere.

    Raises:
        ValueError: dy and x differ in shape, or alpha is negative.

    Source: Clevert, Unterthiner and Hochreiter 2016, §3.
    """
    require_same_shape(dy, x)
    require_not_negative("alpha", alpha)
    # As the paper has it, f′ = f + α: what this loses in rounding, code that keeps y for the backward may lose too.
    y = alpha * (np.exp(np.minimum(x, 0)) - 1)
    return np.where(x > 0, dy, dy * (y + alpha))
