"""Drops at milestones, through a compiled loop."""

import numpy as np
from numba import njit

from ._checks import require_at_least


def multistep_lr(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """The milestones are counted by a compiled loop that stops at the first one still ahead."""
    steps = np.array(milestones, np.int64)
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    if (steps[1:] < steps[:-1]).any():
        raise ValueError(f"milestones must be in rising order, not {list(milestones)}.")
    if at_milestone not in ("new", "old"):
        raise ValueError(f"at_milestone must be one of new, old, not {at_milestone!r}.")
    # A milestone counts from itself on, or from the iteration after it.
    latest = int(iteration) if at_milestone == "new" else int(iteration) - 1
    return _rate(steps, latest, float(base_lr), float(gamma))


@njit(cache=True, error_model="numpy")
def _rate(steps, latest, base_lr, gamma):
    passed = 0
    while passed < steps.size and steps[passed] <= latest:
        passed += 1
    return base_lr * gamma ** float(passed)
