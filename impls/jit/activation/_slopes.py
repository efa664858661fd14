"""What units with slopes that are drawn or learned refuse."""

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


def require_learned_slope(slope, x):
    """Refuse learned slopes that are neither one for all nor one for each channel, axis 1."""
    if slope.shape != (1,) and not (x.ndim > 1 and slope.shape == x.shape[1:2]):
        raise ValueError(f"slope must be (1,) or (C,), C the size of x's axis 1, got {slope.shape} for {x.shape}")
