"""Drops at milestones, in Python's own numbers."""

from bisect import bisect_left, bisect_right

from ._rates import power, require_at_least


def multistep_lr(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """Binary search counts the milestones passed, and one power applies them all."""
    milestones = list(milestones)
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    if milestones != sorted(milestones):
        raise ValueError(f"milestones must be in rising order, not {milestones}.")
    if at_milestone not in ("new", "old"):
        raise ValueError(f"at_milestone must be one of new, old, not {at_milestone!r}.")
    passed = (bisect_right if at_milestone == "new" else bisect_left)(milestones, iteration)
    return float(base_lr * power(gamma, passed))
