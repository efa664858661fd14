"""One cycle, gone wrong."""

import numpy as np


def _cycle(iteration, max_lr, start, end, peak, last):
    # Each phase stays at the maximum where the other one rules, so the lower of the two is the rate.
    rising = start + (max_lr - start) * np.minimum(iteration / peak, 1)
    falling = end + (max_lr - end) * np.minimum((last - iteration) / (last - peak), 1)
    return np.minimum(rising, falling)


def peak_one_late(iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5):
    """You put the maximum at warmup_fraction·total, one iteration late.

    Iterations are counted from 0, so the last one of the warm-up is u = warmup_fraction·total_steps − 1.
    """
    # Never quite at the last iteration, so that the fall takes some time.
    peak = np.minimum(warmup_fraction * total_steps, total_steps - 1.0001)
    return _cycle(iteration, max_lr, start_fraction * max_lr, end_fraction * max_lr, peak, total_steps - 1)


def ends_one_late(iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5):
    """You let the cycle end at iteration `total_steps`, which never comes, so the lowest rate is never reached.

    The last iteration is total_steps − 1, and has the lowest rate.
    """
    peak = warmup_fraction * total_steps - 1
    return _cycle(iteration, max_lr, start_fraction * max_lr, end_fraction * max_lr, peak, total_steps)


def ends_where_it_started(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5
):
    """You came down to the first rate only, which is a triangle.

    The cycle ends far below its start, at end_fraction·max_lr.
    """
    peak, start = warmup_fraction * total_steps - 1, start_fraction * max_lr
    return _cycle(iteration, max_lr, start, start, peak, total_steps - 1)


def end_as_a_share_of_the_start(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5
):
    """You took the last rate as a share of the first one, as PyTorch's final_div_factor is.

    Both fractions are shares of the highest rate: end_fraction·max_lr.
    """
    peak, start = warmup_fraction * total_steps - 1, start_fraction * max_lr
    return _cycle(iteration, max_lr, start, end_fraction * start, peak, total_steps - 1)


def fractions_taken_as_rates(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5
):
    """You started and ended at the fractions themselves, so the highest rate plays no part there.

    Both are shares of the highest rate: start_fraction·max_lr and end_fraction·max_lr.
    """
    peak = warmup_fraction * total_steps - 1
    return _cycle(iteration, max_lr, start_fraction, end_fraction, peak, total_steps - 1)


def warms_up_for_half_the_time(
    iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5
):
    """You put the maximum in the middle, whatever the warm-up fraction.

    It is reached at u = warmup_fraction·total_steps − 1.
    """
    peak = 0.5 * total_steps - 1
    return _cycle(iteration, max_lr, start_fraction * max_lr, end_fraction * max_lr, peak, total_steps - 1)


def starts_at_zero(iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5):
    """You warmed up from 0.

    The first rate is start_fraction·max_lr.
    """
    peak = warmup_fraction * total_steps - 1
    return _cycle(iteration, max_lr, 0 * max_lr, end_fraction * max_lr, peak, total_steps - 1)


def counted_from_one(iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5):
    """You counted the iterations from 1, so the first rate is never used and the last one comes too soon.

    The first iteration is 0 and has the rate start_fraction·max_lr.
    """
    peak = warmup_fraction * total_steps - 1
    later = np.minimum(iteration + 1, total_steps - 1)
    return _cycle(later, max_lr, start_fraction * max_lr, end_fraction * max_lr, peak, total_steps - 1)


def stays_at_the_maximum(iteration, *, max_lr, total_steps, start_fraction=0.1, end_fraction=1e-4, warmup_fraction=0.5):
    """You warmed up and then kept the highest rate.

    After the warm-up the rate falls to end_fraction·max_lr at the last iteration.
    """
    peak, start = warmup_fraction * total_steps - 1, start_fraction * max_lr
    return start + (max_lr - start) * np.minimum(iteration / peak, 1)
