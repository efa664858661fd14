"""The leaky rectified linear unit, and its gradient."""

import numpy as np

from ._checks import require_choice, require_not_negative, require_same_shape


def leaky_relu(x: np.ndarray, *, slope: float = 0.01) -> np.ndarray:
    """Keep the positive elements and shrink the negative ones.

    Args:
        x: any shape.
        slope: the factor on negative elements, 0 or more.

    Returns:
        y = x where x > 0, and slope · x elsewhere, of x's shape.

    Raises:
        ValueError: slope is negative.

    Source: Maas, Hannun and Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML 2013, §2.
    """
    require_not_negative("slope", slope)
    return np.where(x > 0, x, slope * np.minimum(x, 0))


def leaky_relu_backward(dy: np.ndarray, x: np.ndarray, *, slope: float = 0.01, at_zero: str = "slope") -> np.ndarray:
    """Let the gradient through where x is positive, and shrink it elsewhere.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.
        slope: the factor on negative elements, 0 or more.
        at_zero: the slope at exactly 0: "slope" or "one".

    Returns:
        dx, of x's shape: dy where x > 0, and slope · dy where x < 0.

    Raises:
        ValueError: dy and x differ in shape, slope is negative, or at_zero is unknown.

    Source: Maas, Hannun and Ng 2013; the slope at 0 as in PyTorch 2.13 and TensorFlow 2.21 (slope) and JAX 0.10 (one).
    """
    require_same_shape(dy, x)
    require_not_negative("slope", slope)
    require_choice("at_zero", at_zero, ("slope", "one"))
    passes = x >= 0 if at_zero == "one" else x > 0
    return np.where(passes, dy, slope * dy)
