"""Softmax: exponentials that sum to 1 along one axis, and the gradient through them."""

import numpy as np

from ._checks import require_axis, require_same_shape


def softmax(x: np.ndarray, *, axis: int = -1) -> np.ndarray:
    """Turn scores into probabilities along one axis.

    Args:
        x: any shape with at least one axis.
        axis: the axis along which the result sums to 1.

    Returns:
        y = exp(x − max x) / Σ exp(x − max x), of x's shape. A NaN, a +∞ or nothing but −∞ makes the whole line NaN.

    Raises:
        ValueError: x has no such axis.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equations 4.1 and 6.29, shifted as in §4.1.
    """
    require_axis(axis, x)
    with np.errstate(invalid="ignore"):  # ∞ − ∞ is the NaN we promise
        exponentials = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=-np.inf))
    return exponentials / np.sum(exponentials, axis=axis, keepdims=True)


def softmax_backward(dy: np.ndarray, x: np.ndarray, *, axis: int = -1) -> np.ndarray:
    """Carry a gradient back through softmax.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape with at least one axis.
        axis: the axis along which the output sums to 1.

    Returns:
        dx = y · (dy − Σ dy · y), of x's shape: the Jacobian diag(y) − y yᵀ applied to dy.

    Raises:
        ValueError: dy and x differ in shape, or x has no such axis.

    Source: Bridle, Training Stochastic Model Recognition Algorithms as Networks, NIPS 1989: ∂yᵢ/∂xⱼ = yᵢ(δᵢⱼ − yⱼ).
    """
    require_same_shape(dy, x)
    y = softmax(x, axis=axis)
    return y * (dy - np.sum(dy * y, axis=axis, keepdims=True))
