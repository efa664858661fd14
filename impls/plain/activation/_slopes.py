"""What units with slopes that are drawn refuse."""

import math

import numpy as np


def require_bounds(lower, upper):
    """Refuse bounds in the wrong order, and bounds that are no finite numbers."""
    if not (lower <= upper and math.isfinite(lower) and math.isfinite(upper)):
        raise ValueError(f"lower must be at most upper, and both finite, got {lower!r} and {upper!r}")


def require_slopes(slopes, dy):
    """Refuse slopes that would have to be broadcast against the gradient."""
    if np.shape(slopes) != np.shape(dy):
        raise ValueError(f"slopes must have the shape of dy, {np.shape(dy)}, got {np.shape(slopes)}")
