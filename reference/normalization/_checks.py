"""What the normalizations refuse."""

import numpy as np


def check_eps(eps: float) -> None:
    """Refuse a negative eps, or one that is no number."""
    if not eps >= 0:
        raise ValueError(f"eps must be at least 0, got {eps}.")


def check_parameters(length: int, **parameters: np.ndarray) -> None:
    """Refuse parameters that are not vectors of this length: none is broadcast."""
    for name, value in parameters.items():
        if np.shape(value) != (length,):
            raise ValueError(f"{name} must have shape ({length},), got {np.shape(value)}.")


def check_gradient(dy: np.ndarray, x: np.ndarray) -> None:
    """Refuse a gradient that is not shaped as the forward's result."""
    if np.shape(dy) != np.shape(x):
        raise ValueError(f"dy must have the shape of x, {np.shape(x)}, got {np.shape(dy)}.")
