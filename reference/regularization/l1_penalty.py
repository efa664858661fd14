"""The penalty on the sizes of weights, and its gradient."""

import numpy as np

from ._checks import require_not_negative


def l1_penalty(w: np.ndarray, *, strength: float) -> np.ndarray:
    """Add up the absolute values of the weights.

    Args:
        w: any shape.
        strength: the factor of the sum, 0 or more.

    Returns:
        strength · Σ |w|, a scalar; 0 for no weights.

    Raises:
        ValueError: strength is negative.

    Source: Tibshirani, Regression Shrinkage and Selection via the Lasso, J. R. Statist. Soc. B 58, 1996.
    """
    require_not_negative("strength", strength)
    return strength * np.sum(np.abs(w))


def l1_penalty_gradient(w: np.ndarray, *, strength: float) -> np.ndarray:
    """Differentiate the penalty with respect to the weights.

    Args:
        w: any shape.
        strength: as in the penalty.

    Returns:
        strength · sign(w), of w's shape; 0 where w is 0.

    Raises:
        ValueError: strength is negative.

    Source: Tibshirani 1996; 0 at 0 as in PyTorch 2.13 and TensorFlow 2.21.
    """
    require_not_negative("strength", strength)
    return strength * np.sign(w)
