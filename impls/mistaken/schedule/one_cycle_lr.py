"""One cycle, gone wrong."""

import numpy as np


def _annealed(share, anneal):
    return share if anneal == "linear" else (1 - np.cos(np.pi * share)) / 2


def _cycle(iteration, max_lr, start, end, peak, last, anneal):
    # Each phase stays at the maximum where the other one rules, so the lower of the two is the rate.
    rising = start + (max_lr - start) * _annealed(np.minimum(iteration / peak, 1), anneal)
    falling = end + (max_lr - end) * _annealed(np.minimum((last - iteration) / (last - peak), 1), anneal)
    return np.minimum(rising, falling)


def _two_or_three(iteration, max_lr, start, end, total_steps, warmup_fraction, anneal, phases):
    if phases == "two":
        return _cycle(iteration, max_lr, start, end, warmup_fraction * total_steps - 1, total_steps - 1, anneal)
    half = (total_steps - (total_steps // 10 + 1)) // 2
    if iteration < 2 * half + 0.5:
        return start + (max_lr - start) * np.minimum(iteration, 2 * half - iteration) / half
    end = start / 1000
    return end + (start - end) * (total_steps - iteration) / (total_steps - 2 * half)


def peak_one_late(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5, anneal="linear"
):
    """You put the maximum at warmup_fraction·total, one iteration late.

    Iterations are counted from 0, so the last one of the warm-up is u = warmup_fraction·total_steps − 1.
    """
    # Never quite at the last iteration, so that the fall takes some time.
    peak = np.minimum(warmup_fraction * total_steps, total_steps - 1.0001)
    return _cycle(iteration, max_lr, start_fraction * max_lr, end_fraction * max_lr, peak, total_steps - 1, anneal)


def ends_one_late(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5, anneal="linear"
):
    """You let the cycle end at iteration `total_steps`, which never comes, so the lowest rate is never reached.

    The last iteration is total_steps − 1, and has the lowest rate.
    """
    peak = warmup_fraction * total_steps - 1
    return _cycle(iteration, max_lr, start_fraction * max_lr, end_fraction * max_lr, peak, total_steps, anneal)


def ends_where_it_started(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5, anneal="linear"
):
    """You came down to the first rate only, which is a triangle.

    The cycle ends far below its start, at end_fraction·max_lr.
    """
    peak, start = warmup_fraction * total_steps - 1, start_fraction * max_lr
    return _cycle(iteration, max_lr, start, start, peak, total_steps - 1, anneal)


def end_as_a_share_of_the_start(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5, anneal="linear"
):
    """You took the last rate as a share of the first one, as PyTorch's final_div_factor is.

    Both fractions are shares of the highest rate: end_fraction·max_lr.
    """
    peak, start = warmup_fraction * total_steps - 1, start_fraction * max_lr
    return _cycle(iteration, max_lr, start, end_fraction * start, peak, total_steps - 1, anneal)


def fractions_taken_as_rates(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5, anneal="linear"
):
    """You started and ended at the fractions themselves, so the highest rate plays no part there.

    Both are shares of the highest rate: start_fraction·max_lr and end_fraction·max_lr.
    """
    peak = warmup_fraction * total_steps - 1
    return _cycle(iteration, max_lr, start_fraction, end_fraction, peak, total_steps - 1, anneal)


def warms_up_for_half_the_time(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5, anneal="linear"
):
    """You put the maximum in the middle, whatever the warm-up fraction.

    It is reached at u = warmup_fraction·total_steps − 1.
    """
    peak = 0.5 * total_steps - 1
    return _cycle(iteration, max_lr, start_fraction * max_lr, end_fraction * max_lr, peak, total_steps - 1, anneal)


def starts_at_zero(
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
    """You warmed up from 0.

    The first rate is start_fraction·max_lr.
    """
    start, end = 0 * max_lr, end_fraction * max_lr
    return _two_or_three(iteration, max_lr, start, end, total_steps, warmup_fraction, anneal, phases)


def counted_from_one(
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
    """You counted the iterations from 1, so the first rate is never used and the last one comes too soon.

    The first iteration is 0 and has the rate start_fraction·max_lr.
    """
    later = np.minimum(iteration + 1, total_steps - 1)
    start, end = start_fraction * max_lr, end_fraction * max_lr
    return _two_or_three(later, max_lr, start, end, total_steps, warmup_fraction, anneal, phases)


def stays_at_the_maximum(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5, anneal="linear"
):
    """You warmed up and then kept the highest rate.

    After the warm-up the rate falls to end_fraction·max_lr at the last iteration.
    """
    peak, start = warmup_fraction * total_steps - 1, start_fraction * max_lr
    return start + (max_lr - start) * _annealed(np.minimum(iteration / peak, 1), anneal)
