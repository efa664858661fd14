"""The Gaussian error linear unit, and its gradient."""

import numpy as np

from .._special import erf, pi_like
from ._checks import require_choice, require_same_shape

FORMS = ("exact", "tanh")


def gelu(x: np.ndarray, *, form: str = "exact") -> np.ndarray:
    """Weight every element by the probability that a standard normal number is smaller.

    Args:
        x: any shape.
        form: "exact", with the error function, or "tanh", an approximation without it.

    Returns:
        y = x · Φ(x), of x's shape: ½ · x · (1 + erf(x/√2)), or ½ · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³))).

    Raises:
        ValueError: form is unknown.

    Source: Hendrycks and Gimpel, Gaussian Error Linear Units (GELUs), arXiv:1606.08415, section 2.
    """
    require_choice("form", form, FORMS)
    if form == "exact":
        return x / 2 * (1 + _erf_of_root_half(x))
    return x / 2 * (1 + np.tanh(_steepness(x) * (x + 0.044715 * x**3)))


def gelu_backward(dy: np.ndarray, x: np.ndarray, *, form: str = "exact") -> np.ndarray:
    """Carry a gradient back through the product of x and its weight.

    Args:
        dy: gradient with respect to the output, of x's shape.
        x: the input of the forward pass, any shape.
        form: as in the forward pass.

    Returns:
        dx, of x's shape: dy · (Φ(x) + x · φ(x)), φ the normal density; or, with t = tanh(u) the tangent of the forward
        pass, dy · (½ · (1 + t) + ½ · x · (1 − t²) · √(2/π) · (1 + 3 · 0.044715 · x²)).

    Raises:
        ValueError: dy and x differ in shape, or form is unknown.

    Source: the derivatives of Hendrycks and Gimpel's formulas.
    """
    require_same_shape(dy, x)
    require_choice("form", form, FORMS)
    if form == "exact":
        density = np.exp(-(x**2) / 2) / np.sqrt(2 * pi_like(x))
        return dy * ((1 + _erf_of_root_half(x)) / 2 + x * density)
    t = np.tanh(_steepness(x) * (x + 0.044715 * x**3))
    return dy * ((1 + t) / 2 + x / 2 * (1 - t**2) * _steepness(x) * (1 + 3 * 0.044715 * x**2))


def _erf_of_root_half(x: np.ndarray) -> np.ndarray:
    return erf(x / np.sqrt(np.full_like(x, 2)))


def _steepness(x: np.ndarray) -> np.ndarray:
    """√(2/π), in x's precision."""
    return np.sqrt(2 / pi_like(x))
