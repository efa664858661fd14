"""One cycle, with NumPy's interpolation."""

import numpy as np

from ._rates import require_at_least, require_share


def one_cycle_lr(
    iteration,
    *,
    max_lr,
    total_steps,
    start_fraction=0.1,
    end_fraction=1e-4,
    warmup_fraction=0.5,
    anneal="linear",
    phases="two",
):
    """One interpolation over all phases; the cosine bends the share of its own phase."""
    require_at_least(0, iteration=iteration, max_lr=max_lr)
    require_at_least(1, total_steps=total_steps)
    require_share(start_fraction=start_fraction, end_fraction=end_fraction, warmup_fraction=warmup_fraction)
    if (anneal, phases) not in (("linear", "two"), ("cosine", "two"), ("linear", "three")):
        raise ValueError(f"anneal must be linear or, with two phases, cosine, not {anneal!r} with {phases!r} phases.")
    if iteration >= total_steps:
        raise ValueError(f"iteration must be less than total_steps, {total_steps}, not {iteration}.")
    start = start_fraction * max_lr
    if phases == "three":
        half = (total_steps - total_steps // 10 - 1) // 2
        if half < 1:
            raise ValueError(f"total_steps must leave at least one iteration for each phase, not {total_steps}.")
        turns, rates = (0, half, 2 * half, total_steps), (start, max_lr, start, start / 1000)
        return float(np.interp(iteration, turns, rates))
    peak, last, end = warmup_fraction * total_steps - 1, total_steps - 1, end_fraction * max_lr
    if not 0 < peak < last:
        raise ValueError(f"warmup_fraction must put the maximum inside the cycle, not at iteration {peak}.")
    # The share of the maximum: 0 at both ends, 1 at the peak.
    share = np.interp(iteration, (0, peak, last), (0.0, 1.0, 0.0))
    if anneal == "cosine":
        share = (1.0 - np.cos(np.pi * share)) / 2.0
    low = start if iteration <= peak else end
    return float(low + (max_lr - low) * share)
