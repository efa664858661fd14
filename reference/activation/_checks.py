"""What the activations refuse."""

import numpy as np


def require_same_shape(dy: np.ndarray, x: np.ndarray) -> None:
    """Refuse a gradient that would have to be broadcast against the input."""
    if np.shape(dy) != np.shape(x):
        raise ValueError(f"dy must have the shape of x, {np.shape(x)}, got {np.shape(dy)}")


def require_choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def require_not_negative(name: str, value: float) -> None:
    """Refuse a factor that would turn the curve upside down, or that is no number."""
    if not value >= 0:
        raise ValueError(f"{name} must be 0 or more, got {value!r}")


def require_axis(axis: int, x: np.ndarray) -> None:
    """Refuse an axis that x does not have."""
    if not isinstance(axis, (int, np.integer)) or not -np.ndim(x) <= axis < np.ndim(x):
        raise ValueError(f"axis must be one of the {np.ndim(x)} axes of x, counted from either end, got {axis!r}")
