"""The logistic sigmoid, 1/(1 + e⁻ˣ), and its gradient."""

import numpy as np

from ._checks import require_same_shape


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Squash every element into (0, 1).

    Args:
        x: any shape.

    Returns:
        y = 1/(1 + e⁻ˣ), of x's shape; written as eˣ/(1 + eˣ) where x is negative, so that nothing overflows.

    Source: Rumelhart, Hinton and Williams, Learning Representations by Back-propagating Errors, Nature 323, 1986,
    equation 2.
    """
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid_backward(dy: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Carry a gradient back through the sigmoid.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.

    Returns:
        dx = dy · y · (1 − y), of x's shape, with y = sigmoid(x).

    Raises:
        ValueError: dy and x differ in shape.

    Source: Rumelhart, Hinton and Williams 1986, equation 5.
    """
    require_same_shape(dy, x)
    y = sigmoid(x)
    return dy * y * (1 - y)
