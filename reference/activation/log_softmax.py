"""The logarithm of softmax along one axis, and the gradient through it."""

import numpy as np

from ._checks import require_axis, require_same_shape
from .softmax import softmax


def log_softmax(x: np.ndarray, *, axis: int = -1) -> np.ndarray:
    """Turn scores into logarithms of probabilities along one axis.

    Args:
        x: any shape with at least one axis.
        axis: the axis along which the exponentials of the result sum to 1.

    Returns:
        y = z − log Σ exp(z) with z = x − max x, of x's shape. A NaN, a +∞ or nothing but −∞ makes the whole line NaN.

    Raises:
        ValueError: x has no such axis.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 6.30, shifted as in §4.1.
    """
    require_axis(axis, x)
    with np.errstate(invalid="ignore"):  # ∞ − ∞ is the NaN we promise
        z = x - np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


def log_softmax_backward(dy: np.ndarray, x: np.ndarray, *, axis: int = -1) -> np.ndarray:
    """Carry a gradient back through the logarithm of softmax.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape with at least one axis.
        axis: the axis along which the exponentials of the output sum to 1.

    Returns:
        dx = dy − p · Σ dy, of x's shape, with p = softmax(x).

    Raises:
        ValueError: dy and x differ in shape, or x has no such axis.

    Source: the derivative of Goodfellow, Bengio and Courville 2016, equation 6.30: ∂yᵢ/∂xⱼ = δᵢⱼ − pⱼ.
    """
    require_same_shape(dy, x)
    return dy - softmax(x, axis=axis) * np.sum(dy, axis=axis, keepdims=True)
