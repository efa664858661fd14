"""Cosine decay with restarts, gone wrong."""

import numpy as np


def _rate(done, length, base_lr, min_lr):
    return min_lr + (base_lr - min_lr) * (1 + np.cos(np.pi * done / length)) / 2


def _longer(length, multiplier):
    # At least 1, so that the walk through the periods ends whatever is asked.
    return max(length * multiplier, 1)


def _period(iteration, period, multiplier):
    start, length = 0, max(period, 1)
    # Half an iteration early, where no whole iteration lies: rounding noise cannot change the decision.
    while iteration > start + length - 0.5:
        start, length = start + length, _longer(length, multiplier)
    return start, length


def never_restarts(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You let the rate stay at its lowest once the first period was over.

    At the end of a period the rate starts again from the base rate.
    """
    return _rate(np.minimum(iteration, period), period, base_lr, min_lr)


def rises_again(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You let the cosine go on, so the rate comes back up slowly in place of a restart.

    A restart is a jump: count the iterations from the start of each period.
    """
    return _rate(iteration, period, base_lr, min_lr)


def restarts_one_late(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You restarted only after the lowest rate had been reached, one iteration late each time.

    At iteration `period` the rate is the base rate already; the lowest one is never quite reached.
    """
    start, length = 0, max(period, 1)
    while iteration > start + length + 0.5:
        start, length = start + length + 1, _longer(length, multiplier)
    return _rate(iteration - start, length, base_lr, min_lr)


def multiplier_ignored(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You made all periods as long as the first.

    Each period is `multiplier` times as long as the one before it.
    """
    start, length = _period(iteration, period, 1)
    return _rate(iteration - start, length, base_lr, min_lr)


def period_grows_by_addition(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You made the period k times the multiplier as long, where it should grow by that factor every time.

    With a multiplier of 2 the periods are 1, 2, 4 and 8 times the first, not 1, 2, 4 and 6.
    """
    start, length, count = 0, period, 0
    while iteration > start + length - 0.5:
        count += 1
        start, length = start + length, max(period * (multiplier * count if multiplier > 1 else 1), 1)
    return _rate(iteration - start, length, base_lr, min_lr)


def grows_before_the_first_restart(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You multiplied the period before its first use.

    The first period has `period` iterations; the second is the first to be longer.
    """
    start, length = _period(iteration, period * multiplier, multiplier)
    return _rate(iteration - start, length, base_lr, min_lr)


def counts_from_the_beginning(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You divided the iteration by the length of its period without subtracting where that began.

    Count from the restart: π·(it − start)/length.
    """
    _, length = _period(iteration, period, multiplier)
    return _rate(iteration, length, base_lr, min_lr)


def remainder_by_the_grown_period(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You took the iteration modulo the length of its period, but periods that grow do not begin at its multiples.

    They begin at the sum of all lengths before: (it − start)/length.
    """
    _, length = _period(iteration, period, multiplier)
    # Half an iteration late, where no whole iteration lies: rounding noise cannot change the count.
    return _rate(iteration - length * np.floor((iteration + 0.5) / length), length, base_lr, min_lr)


def maximum_decays(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You halved the rate at every restart.

    Every period starts from the same base rate.
    """
    start, length = 0, max(period, 1)
    while iteration > start + length - 0.5:
        start, length = start + length, _longer(length, multiplier)
        base_lr = min_lr + (base_lr - min_lr) / 2
    return _rate(iteration - start, length, base_lr, min_lr)


def lowest_added_on_top(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """You let the whole base rate fall and added the lowest one on top.

    Only what lies above the lowest rate falls: min + (base − min)·(1 + cos(…))/2.
    """
    start, length = _period(iteration, period, multiplier)
    return min_lr + _rate(iteration - start, length, base_lr, 0)
