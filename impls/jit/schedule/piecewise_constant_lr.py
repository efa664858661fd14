"""A list of rates, through a compiled loop."""

import numpy as np
from numba import njit

from ._checks import require_at_least


def piecewise_constant_lr(iteration, *, boundaries, values, at_boundary="new"):
    """The interval is found by a compiled loop that stops at the first boundary still ahead."""
    steps, rates = np.array(boundaries, np.int64), np.array(values, np.float64)
    require_at_least(0, iteration=iteration)
    if rates.shape != (steps.size + 1,):
        raise ValueError(f"values must be one more than boundaries, {steps.size + 1}, not {rates.size}.")
    if (steps[1:] < steps[:-1]).any():
        raise ValueError(f"boundaries must be in rising order, not {list(boundaries)}.")
    if not (rates >= 0).all():
        raise ValueError(f"values must be at least 0, not {list(values)}.")
    if at_boundary not in ("new", "old"):
        raise ValueError(f"at_boundary must be one of new, old, not {at_boundary!r}.")
    # A boundary counts from itself on, or from the iteration after it.
    return _rate(steps, rates, int(iteration) if at_boundary == "new" else int(iteration) - 1)


@njit(cache=True, error_model="numpy")
def _rate(steps, rates, latest):
    passed = 0
    while passed < steps.size and steps[passed] <= latest:
        passed += 1
    return rates[passed]
