"""A list of rates, in Python's own numbers."""

from bisect import bisect_left, bisect_right

from ._rates import require_at_least


def piecewise_constant_lr(iteration, *, boundaries, values, at_boundary="new"):
    """Binary search finds the interval; its side is the convention."""
    boundaries, values = list(boundaries), list(values)
    require_at_least(0, iteration=iteration)
    if len(values) != len(boundaries) + 1:
        raise ValueError(f"values must be one more than boundaries, {len(boundaries) + 1}, not {len(values)}.")
    if boundaries != sorted(boundaries):
        raise ValueError(f"boundaries must be in rising order, not {boundaries}.")
    if not all(value >= 0 for value in values):
        raise ValueError(f"values must be at least 0, not {values}.")
    if at_boundary not in ("new", "old"):
        raise ValueError(f"at_boundary must be one of new, old, not {at_boundary!r}.")
    return float(values[(bisect_right if at_boundary == "new" else bisect_left)(boundaries, iteration)])
