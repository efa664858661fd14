"""One cycle, in Python's own numbers."""

import math
from itertools import pairwise

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
    """The phase is found first, and one interpolation between its two ends does the rest."""
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
        legs = ((0, start), (half, max_lr), (2 * half, start), (total_steps, start / 1000))
    else:
        peak, last = warmup_fraction * total_steps - 1, total_steps - 1
        if not 0 < peak < last:
            raise ValueError(f"warmup_fraction must put the maximum inside the cycle, not at iteration {peak}.")
        legs = ((0, start), (peak, max_lr), (last, end_fraction * max_lr))
    first, high, end, low = next((a, x, b, y) for (a, x), (b, y) in pairwise(legs) if iteration <= b)
    left = (end - iteration) / (end - first)
    if anneal == "cosine":
        left = (1.0 - math.cos(math.pi * left)) / 2.0
    return float(low + (high - low) * left)
