"""The sigmoid-weighted linear unit, x · sigmoid(x), and its gradient."""

import numpy as np

from ._checks import require_same_shape
from .sigmoid import sigmoid


def silu(x: np.ndarray) -> np.ndarray:
    """Weight every element by its own sigmoid.

    Args:
        x: any shape.

    Returns:
        y = x · sigmoid(x), of x's shape.

    Source: Elfwing, Uchibe and Doya, Sigmoid-Weighted Linear Units for Neural Network Function Approximation in
    Reinforcement Learning, arXiv:1702.03118.
    """
    return x * sigmoid(x)


def silu_backward(dy: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Carry a gradient back through the product of x and its sigmoid.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.

    Returns:
        dx = dy · s · (1 + x · (1 − s)), of x's shape, with s = sigmoid(x).

    Raises:
        ValueError: dy and x differ in shape.

    Source: Elfwing, Uchibe and Doya 2017, where this slope is the activation dSiLU.
    """
    require_same_shape(dy, x)
    s = sigmoid(x)
    return dy * s * (1 + x * (1 - s))
