"""One cycle, through compiled functions."""

import math

from numba import njit

from ._checks import require_at_least, require_share


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
    """Compiled branches: the phase is found and interpolated in one go."""
    require_at_least(0, iteration=iteration, max_lr=max_lr)
    require_at_least(1, total_steps=total_steps)
    require_share(start_fraction=start_fraction, end_fraction=end_fraction, warmup_fraction=warmup_fraction)
    if (anneal, phases) not in (("linear", "two"), ("cosine", "two"), ("linear", "three")):
        raise ValueError(f"anneal must be linear or, with two phases, cosine, not {anneal!r} with {phases!r} phases.")
    if iteration >= total_steps:
        raise ValueError(f"iteration must be less than total_steps, {total_steps}, not {iteration}.")
    max_lr, start = float(max_lr), float(start_fraction) * float(max_lr)
    if phases == "three":
        half = (total_steps - total_steps // 10 - 1) // 2
        if half < 1:
            raise ValueError(f"total_steps must leave at least one iteration for each phase, not {total_steps}.")
        return _three_phases(float(iteration), max_lr, start, float(half), float(total_steps))
    peak, last = float(warmup_fraction) * total_steps - 1.0, total_steps - 1.0
    if not 0 < peak < last:
        raise ValueError(f"warmup_fraction must put the maximum inside the cycle, not at iteration {peak}.")
    end = float(end_fraction) * max_lr
    return _two_phases(float(iteration), max_lr, start, end, peak, last, anneal == "cosine")


@njit(cache=True, error_model="numpy")
def _two_phases(iteration, max_lr, start, end, peak, last, cosine):
    if iteration <= peak:
        low, share = start, iteration / peak
    else:
        low, share = end, (last - iteration) / (last - peak)
    if cosine:
        share = (1.0 - math.cos(math.pi * share)) / 2.0
    return low + (max_lr - low) * share


@njit(cache=True, error_model="numpy")
def _three_phases(iteration, max_lr, start, half, total):
    if iteration <= 2.0 * half:
        return start + (max_lr - start) * (1.0 - abs(iteration - half) / half)
    end = start / 1000.0
    return end + (start - end) * (total - iteration) / (total - 2.0 * half)
