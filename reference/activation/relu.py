"""The rectified linear unit, max(0, x), and its gradient."""

import numpy as np

from ._checks import require_choice, require_same_shape


def relu(x: np.ndarray) -> np.ndarray:
    """Replace every negative element by 0; NaN stays NaN.

    Args:
        x: any shape.

    Returns:
        y = max(0, x), of x's shape.

    Source: Nair and Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML 2010, §2.
    """
    return np.maximum(x, 0)


def relu_backward(dy: np.ndarray, x: np.ndarray, *, at_zero: str = "zero") -> np.ndarray:
    """Let the gradient through where x is positive.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.
        at_zero: the slope at exactly 0: "zero", "one" or "half".

    Returns:
        dx, of x's shape: dy where x > 0, slope · dy where x = 0, and 0 elsewhere.

    Raises:
        ValueError: dy and x differ in shape, or at_zero is unknown.

    Source: Nair and Hinton 2010; the slope at 0 as in PyTorch 2.13, TensorFlow 2.21 and JAX 0.10 (zero),
    the book Deep Learning from Scratch (one), and the gradient of an elementwise maximum in JAX (half).
    """
    require_same_shape(dy, x)
    require_choice("at_zero", at_zero, ("zero", "one", "half"))
    nothing = np.zeros_like(dy)
    at_kink = {"zero": nothing, "one": dy, "half": dy / 2}[at_zero]
    return np.where(x > 0, dy, np.where(x == 0, at_kink, nothing))
