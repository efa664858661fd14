"""Drops at milestones, found by NumPy's binary search."""

import numpy as np

from ._rates import power, require_at_least


def multistep_lr(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """One search counts the milestones passed, however many there are; its side is the convention."""
    steps = np.asarray(milestones)
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    if (steps[1:] < steps[:-1]).any():
        raise ValueError(f"milestones must be in rising order, not {list(milestones)}.")
    if at_milestone not in ("new", "old"):
        raise ValueError(f"at_milestone must be one of new, old, not {at_milestone!r}.")
    passed = np.searchsorted(steps, iteration, side="right" if at_milestone == "new" else "left")
    return float(base_lr * power(gamma, passed))
