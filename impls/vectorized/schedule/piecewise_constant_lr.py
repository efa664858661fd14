"""A list of rates, found by NumPy's binary search."""

import numpy as np

from ._rates import require_at_least


def piecewise_constant_lr(iteration, *, boundaries, values, at_boundary="new"):
    """One search finds the interval; its side is the convention."""
    steps, rates = np.asarray(boundaries), np.asarray(values)
    require_at_least(0, iteration=iteration)
    if rates.shape != (steps.size + 1,):
        raise ValueError(f"values must be one more than boundaries, {steps.size + 1}, not {rates.size}.")
    if (steps[1:] < steps[:-1]).any():
        raise ValueError(f"boundaries must be in rising order, not {list(boundaries)}.")
    if not (rates >= 0).all():
        raise ValueError(f"values must be at least 0, not {list(values)}.")
    if at_boundary not in ("new", "old"):
        raise ValueError(f"at_boundary must be one of new, old, not {at_boundary!r}.")
    return float(rates[np.searchsorted(steps, iteration, side="right" if at_boundary == "new" else "left")])
