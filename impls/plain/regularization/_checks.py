"""What the regularizers of this technique refuse."""

import numpy as np


def require_choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def require_not_negative(name: str, value: float) -> None:
    """Refuse an option below 0, or one that is no number."""
    if not value >= 0:
        raise ValueError(f"{name} must be 0 or more, got {value!r}")


def require_matrix(w: np.ndarray) -> None:
    """Refuse what has no columns, or more than one kind of them."""
    if np.ndim(w) != 2:
        raise ValueError(f"w must be (inputs, units), got shape {np.shape(w)}")
