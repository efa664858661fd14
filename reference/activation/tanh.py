"""The hyperbolic tangent, and its gradient."""

import numpy as np

from ._checks import require_same_shape


def tanh(x: np.ndarray) -> np.ndarray:
    """Squash every element into (−1, 1).

    Args:
        x: any shape.

    Returns:
        y = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ), of x's shape; divided above and below by the larger exponential, which would overflow.

    Source: LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998, §4.4; Abramowitz and Stegun, Handbook of
    Mathematical Functions, 1964, 4.5.3.
    """
    small = np.exp(-2 * np.abs(x))
    size = (1 - small) / (1 + small)
    return np.where(x < 0, -size, size)


def tanh_backward(dy: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Carry a gradient back through the hyperbolic tangent.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.

    Returns:
        dx = dy · (1 − y²), of x's shape, with y = tanh(x).

    Raises:
        ValueError: dy and x differ in shape.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, §6.3.2.
    """
    require_same_shape(dy, x)
    y = tanh(x)
    return dy * (1 - y**2)
