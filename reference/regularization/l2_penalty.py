"""The penalty on the squares of weights, and its gradient."""

import numpy as np

from ._checks import require_choice, require_not_negative


def l2_penalty(w: np.ndarray, *, strength: float, factor: str = "half") -> np.ndarray:
    """Add up the squares of the weights.

    Args:
        w: any shape.
        strength: the factor of the sum, 0 or more.
        factor: "half" for a further ½, or "one".

    Returns:
        ½ · strength · Σ w², or strength · Σ w², a scalar; 0 for no weights.

    Raises:
        ValueError: strength is negative, or factor is unknown.

    Source: Krogh and Hertz, A Simple Weight Decay Can Improve Generalization, NIPS 1991, eq. 1.
    """
    _require(strength, factor)
    total = strength * np.sum(w**2)
    return total / 2 if factor == "half" else total


def l2_penalty_gradient(w: np.ndarray, *, strength: float, factor: str = "half") -> np.ndarray:
    """Differentiate the penalty with respect to the weights.

    Args:
        w: any shape.
        strength: as in the penalty.
        factor: as in the penalty.

    Returns:
        strength · w where the penalty has the ½, 2 · strength · w where it has not, of w's shape.

    Raises:
        ValueError: strength is negative, or factor is unknown.

    Source: Krogh and Hertz 1991, eq. 2: weight decay.
    """
    _require(strength, factor)
    gradient = strength * w
    return gradient if factor == "half" else 2 * gradient


def _require(strength: float, factor: str) -> None:
    require_not_negative("strength", strength)
    require_choice("factor", factor, ("half", "one"))
