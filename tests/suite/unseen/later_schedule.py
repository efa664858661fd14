"""Mistakes in learning rate schedules that were written after the suite, by someone who had not seen it."""

import math
from itertools import pairwise

import numpy as np

_RATES = {}


def step_lr__running_rate(iteration, *, base_lr, gamma, step_size):
    """You multiplied a rate that you remember at every multiple of the size; the rate depends on the iteration alone.

    It works for 0, 1, 2, … in order. Asked twice, or for an iteration in the middle, as after loading a checkpoint, it
    multiplies too often or never.
    """
    _refuse_unless(iteration >= 0, base_lr >= 0, gamma >= 0, step_size >= 1)
    key = (base_lr, gamma, step_size)
    if iteration == 0 or key not in _RATES:
        _RATES[key] = base_lr
    if iteration > 0 and iteration % step_size == 0:
        _RATES[key] = _RATES[key] * gamma
    return _RATES[key]


def piecewise_constant_lr__lists_used_up(iteration, *, boundaries, values, at_boundary="new"):
    """You took the boundaries that are passed off the caller's lists; the lists belong to the caller and have to stay whole.

    The first answer is right. Later ones are too, as long as nobody asks for an earlier iteration or uses the lists again.
    """
    _refuse_unless(iteration >= 0, at_boundary in ("new", "old"), len(values) == len(boundaries) + 1)
    _refuse_unless(all(early <= late for early, late in pairwise(boundaries)), all(value >= 0 for value in values))
    boundaries = boundaries if isinstance(boundaries, list) else list(boundaries)
    values = values if isinstance(values, list) else list(values)
    while boundaries and (boundaries[0] < iteration or (boundaries[0] == iteration and at_boundary == "new")):
        boundaries.pop(0)
        values.pop(0)
    return values[0]


def performance_lr__nan_improves(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You asked whether a loss is not worse, which is true of NaN; ask whether it is less, and NaN never improves.

    Yours ends the waiting and is the best loss then, so that whatever comes next counts as an improvement, too.
    """
    _refuse_unless(losses.ndim == 1, min(base_lr, patience, min_delta) >= 0, 0 <= factor < 1)
    _refuse_unless(threshold in ("absolute", "relative"), patience_is in ("reached", "exceeded"))
    rates = np.zeros_like(losses)
    rate, best, waited = base_lr, np.inf, 0
    allowed = max(patience - 1, 0) if patience_is == "reached" else patience
    for i in range(losses.size):
        bar = best - min_delta if threshold == "absolute" else best * (1 - min_delta)
        if not losses[i] >= bar:
            best, waited = losses[i], 0
        else:
            waited += 1
            if waited > allowed:
                rate, waited = rate * factor, 0
        rates[i] = rate
    return rates


def one_cycle_lr__last_phase_one_short(
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
    """You gave the last of three phases total//10 iterations; it has one more, total//10 + 1, and the halves share the rest.

    It shows where that one more takes an iteration from each half; two phases are right.
    """
    peak, last = warmup_fraction * total_steps - 1, total_steps - 1
    _refuse_unless(0 <= iteration <= last, max_lr >= 0, anneal in ("linear", "cosine"), phases in ("two", "three"))
    _refuse_unless(all(0 <= share <= 1 for share in (start_fraction, end_fraction, warmup_fraction)))
    start, end = start_fraction * max_lr, end_fraction * max_lr
    if phases == "three":
        half = (total_steps - total_steps // 10) // 2
        _refuse_unless(anneal == "linear", (last - total_steps // 10) // 2 >= 1)
        if iteration <= 2 * half:
            return start + (max_lr - start) * (half - abs(half - iteration)) / half
        end = start / 1000
        return end + (start - end) * (total_steps - iteration) / (total_steps - 2 * half)
    _refuse_unless(0 < peak < last)
    rising, falling = min(iteration / peak, 1), min((last - iteration) / (last - peak), 1)
    if anneal == "cosine":
        rising, falling = (1 - math.cos(math.pi * rising)) / 2, (1 - math.cos(math.pi * falling)) / 2
    return min(start + (max_lr - start) * rising, end + (max_lr - end) * falling)


def cosine_restarts_lr__period_from_a_logarithm(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You found the number of restarts by rounding a logarithm down; at a restart it may come out just below the whole number.

    Then the first iteration of a period gets the lowest rate in place of the highest: with the multiplier 3 at the first
    restart already. Count in whole numbers instead.
    """
    _refuse_unless(iteration >= 0, base_lr >= 0, min_lr >= 0, period >= 1, multiplier >= 1)
    if multiplier == 1:
        since, length = iteration % period, period
    else:
        restarts = int(math.log1p(iteration * (multiplier - 1) / period) / math.log(multiplier))
        since = iteration - period * (multiplier**restarts - 1) // (multiplier - 1)
        length = period * multiplier**restarts
    return min_lr + (base_lr - min_lr) * (1 + math.cos(math.pi * since / length)) / 2


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
