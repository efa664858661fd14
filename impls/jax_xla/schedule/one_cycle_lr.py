"""A learning rate of Optax that rises to its maximum and falls far below its start, in one cycle."""

import optax

from .._arrays import require
from ._rate import rate


def declines(*, primitive, start_fraction=0.1, end_fraction=1e-4, **_):
    """Optax takes every rate as a multiple of the one before."""
    if start_fraction == 0:
        return "Optax scales the first rate to get the highest one, which makes 0/0 of a first rate of 0"
    return None


def one_cycle_lr(
    iteration,
    *,
    max_lr,
    total_steps,
    start_fraction=0.1,
    end_fraction=1e-4,
    warmup_fraction=0.5,
    anneal="linear",
    phases="three",
):
    """optax.linear_onecycle_schedule for three phases; for two, what its schedules of one cycle are made of."""
    require("phases", phases, "two", "three")
    require("anneal", anneal, *(["linear"] if phases == "three" else ["linear", "cosine"]))
    if not 0 <= iteration < total_steps:
        raise ValueError(f"iteration must lie inside the cycle of {total_steps}, got {iteration}.")
    if phases == "three":
        half = (total_steps - total_steps // 10 - 1) // 2
        if half < 1:
            raise ValueError(f"total_steps are too few for three phases, got {total_steps}.")
        # Optax rounds the shares down to whole steps.
        up, down = (half + 0.5) / total_steps, (2 * half + 0.5) / total_steps
        schedule = optax.linear_onecycle_schedule(total_steps, max_lr, up, down, 1 / start_fraction, 1000.0)
        return rate(schedule, iteration)
    top, end = warmup_fraction * total_steps - 1, total_steps - 1
    if not 0 < top < end:
        raise ValueError(f"the maximum must lie inside the cycle, got {top} of {end}.")
    scales = {top: 1 / start_fraction, end: end_fraction}
    return rate(optax.schedules.piecewise_interpolate_schedule(anneal, max_lr * start_fraction, scales), iteration)
