"""Warm-up, gone wrong."""

import numpy as np


def starts_at_zero(iteration, *, base_lr, warmup_steps):
    """You divided the iteration itself, so the first one has a rate of 0 and is lost.

    Iterations are counted from 0, and the first one should learn: base·min(1, (it + 1)/warmup).
    """
    return base_lr * np.minimum(1, iteration / warmup_steps)


def rises_for_ever(iteration, *, base_lr, warmup_steps):
    """You left out the minimum, so the rate goes on rising after the warm-up.

    From the last warm-up iteration on it is the base rate: base·min(1, (it + 1)/warmup).
    """
    return base_lr * (iteration + 1) / warmup_steps


def stays_below_the_base_rate(iteration, *, base_lr, warmup_steps):
    """You divided by warmup + 1, so the last warm-up iteration has not got the whole rate.

    It has: base·min(1, (it + 1)/warmup).
    """
    return base_lr * np.minimum(1, (iteration + 1) / (warmup_steps + 1))


def from_zero_to_the_last(iteration, *, base_lr, warmup_steps):
    """You spread the warm-up from 0 to the base rate over the intervals between its iterations.

    The first iteration has a share of the rate too: base·min(1, (it + 1)/warmup).
    """
    return base_lr * np.minimum(1, iteration / max(warmup_steps - 1, 1))


def maximum_for_minimum(iteration, *, base_lr, warmup_steps):
    """You took the larger of the two, so there is no warm-up and no end to the rise.

    The share is cut off at 1: base·min(1, (it + 1)/warmup).
    """
    return base_lr * np.maximum(1, (iteration + 1) / warmup_steps)


def whole_number_division(iteration, *, base_lr, warmup_steps):
    """You divided whole numbers with `//`, so the rate is 0 until the warm-up is over.

    Divide with `/`, which keeps the fraction: base·min(1, (it + 1)/warmup).
    """
    # Half an iteration on, where no whole iteration lies: rounding noise cannot change the count.
    return base_lr * np.minimum(1, np.floor((iteration + 1.5) / warmup_steps))


def falls_after_the_warmup(iteration, *, base_lr, warmup_steps):
    """You let the rate fall like one over the root of the time after the warm-up, as in the Transformer.

    Here it stays: base·min(1, (it + 1)/warmup).
    """
    share = (iteration + 1) / warmup_steps
    return base_lr * np.minimum(share, 1 / np.sqrt(share))
