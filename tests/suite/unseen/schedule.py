"""Mistakes in schedules that impls/mistaken does not list."""

import numpy as np


def one_cycle_lr__peak_rounded_down(
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
    """You cut the length of the warm-up to a whole number, but the maximum may lie between two iterations."""
    start = start_fraction * max_lr
    if phases == "three":
        half = (total_steps - (total_steps // 10 + 1)) // 2
        if iteration <= 2 * half:
            return start + (max_lr - start) * min(iteration, 2 * half - iteration) / half
        end = start / 1000
        return end + (start - end) * (total_steps - iteration) / (total_steps - 2 * half)
    last, peak, end = total_steps - 1, int(warmup_fraction * total_steps) - 1, end_fraction * max_lr
    if iteration < peak:
        low, share = start, iteration / peak
    else:
        low, share = end, (last - iteration) / (last - peak)
    return low + (max_lr - low) * (share if anneal == "linear" else (1 - np.cos(np.pi * share)) / 2)


def performance_lr__writes_over_the_losses(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="absolute", patience_is="reached"
):
    """You wrote the rates into the array of losses itself, so the caller's losses are gone."""
    rates = losses
    rate, best, waited = base_lr, np.inf, 0
    allowed = max(patience - 1, 0) if patience_is == "reached" else patience
    for i in range(losses.size):
        if losses[i] < (best - min_delta if threshold == "absolute" else best * (1 - min_delta)):
            best, waited = losses[i], 0
        else:
            waited += 1
            if waited > allowed:
                rate, waited = rate * factor, 0
        rates[i] = rate
    return rates


def cosine_restarts_lr__period_grows_once(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You made all periods from the second on equally long; each is `multiplier` times as long as the one before it."""
    start, length = 0, period
    if iteration >= period:
        length = period * multiplier
        start = period + (iteration - period) // length * length
    return min_lr + (base_lr - min_lr) * (1 + np.cos(np.pi * (iteration - start) / length)) / 2
