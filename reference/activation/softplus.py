"""Softplus, log(1 + eˣ), and its gradient."""

import numpy as np

from ._checks import require_same_shape
from .sigmoid import sigmoid


def softplus(x: np.ndarray) -> np.ndarray:
    """Round off the corner of relu.

    Args:
        x: any shape.

    Returns:
        y = log(1 + eˣ), of x's shape; written as max(x, 0) + log(1 + e^(−|x|)), so that nothing overflows.

    Source: Dugas, Bengio, Bélisle, Nadeau and Garcia, Incorporating Second-Order Functional Knowledge for Better Option
    Pricing, NIPS 2000.
    """
    return np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x)))


def softplus_backward(dy: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Carry a gradient back through softplus.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.

    Returns:
        dx = dy · sigmoid(x), of x's shape.

    Raises:
        ValueError: dy and x differ in shape.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, §3.10.
    """
    require_same_shape(dy, x)
    return dy * sigmoid(x)
