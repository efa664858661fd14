"""What every optimizer step asks of its arguments."""

import numpy as np
from numpy.typing import ArrayLike


def require_same_shape(param: ArrayLike, **others: ArrayLike) -> None:
    """Refuse a gradient or a state that is not shaped like the parameter it belongs to."""
    for name, array in others.items():
        if np.shape(array) != np.shape(param):
            raise ValueError(f"{name} must have the shape of param, {np.shape(param)}, not {np.shape(array)}.")


def require_at_least_zero(**options: float) -> None:
    """Refuse negative rates, decays and epsilons."""
    for name, value in options.items():
        if not value >= 0:
            raise ValueError(f"{name} must be at least 0, not {value}.")


def require_below_one(**options: float) -> None:
    """Refuse averaging weights outside [0, 1)."""
    for name, value in options.items():
        if not 0 <= value < 1:
            raise ValueError(f"{name} must be at least 0 and less than 1, not {value}.")


def require_step(step: int) -> None:
    """Refuse a step before the first, which is 1."""
    if not step >= 1:
        raise ValueError(f"step must be at least 1, not {step}.")


def require_choice(allowed: tuple[str, ...], **convention: str) -> None:
    """Refuse a convention that is not one of those allowed."""
    for name, value in convention.items():
        if value not in allowed:
            raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
