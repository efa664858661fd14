"""Drops at milestones, gone wrong."""

import numpy as np


def _passed(iteration, milestones, at_milestone="new"):
    if at_milestone == "old":
        return sum(milestone < iteration for milestone in milestones)
    return sum(milestone <= iteration for milestone in milestones)


def drops_one_early(iteration, *, base_lr, gamma, milestones):
    """You counted the iterations from 1, so every drop comes one iteration early.

    The exponent is the number of milestones at or before the iteration: base·γ^passed.
    """
    return base_lr * np.float_power(gamma, _passed(iteration + 1, milestones))


def drops_once(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You applied gamma once for the whole list, however many milestones are passed.

    The exponent is the number of milestones at or before the iteration: base·γ^passed.
    """
    return base_lr * np.float_power(gamma, min(_passed(iteration, milestones, at_milestone), 1))


def repeats_ignored(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You put the milestones into a set, so one that is listed twice acts once.

    Count a repeated milestone as often as it is listed: base·γ^passed.
    """
    return base_lr * np.float_power(gamma, _passed(iteration, set(milestones), at_milestone))


def one_drop_per_iteration(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You looked at the next milestone only, so one that is listed twice acts a second time an iteration late.

    Go on (`while`, not `if`) until the next milestone lies ahead: base·γ^passed.
    """
    passed, last = 0, -1
    for milestone in milestones:
        last = max(milestone, last + 1)
        passed += last < iteration if at_milestone == "old" else last <= iteration
    return base_lr * np.float_power(gamma, passed)


def last_milestone_ignored(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You compared with pairs of neighbouring milestones, and the last one is no pair's beginning.

    The exponent is the number of milestones at or before the iteration: base·γ^passed.
    """
    return base_lr * np.float_power(gamma, _passed(iteration, list(milestones)[:-1], at_milestone))


def milestones_as_intervals(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You took the milestones for the lengths of the intervals between drops, and added them up.

    Milestones are iterations, counted from the start: base·γ^passed.
    """
    return base_lr * np.float_power(gamma, _passed(iteration, np.cumsum(list(milestones)), at_milestone))


def at_milestones_only(iteration, *, base_lr, gamma, milestones):
    """You lowered the rate at the milestones themselves, and the iteration after has the base rate again.

    A drop lasts: count all milestones at or before the iteration, base·γ^passed.
    """
    return base_lr * np.float_power(gamma, list(milestones).count(iteration))


def drops_at_every_iteration_after(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You multiplied by gamma at every iteration from the first milestone on.

    Multiply once for every milestone passed: base·γ^passed.
    """
    return base_lr * np.float_power(gamma, sum(_passed(i, milestones, at_milestone) > 0 for i in range(iteration + 1)))


def drops_at_the_start(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You counted the start as a milestone, so the base rate is never used.

    The exponent is the number of milestones at or before the iteration: base·γ^passed.
    """
    return base_lr * np.float_power(gamma, _passed(iteration, milestones, at_milestone) + 1)


def gamma_divides(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You divided by gamma, so a gamma of 0.1 multiplies the rate by ten.

    Gamma is the factor of each drop: base·γ^passed.
    """
    with np.errstate(divide="ignore"):
        return base_lr / np.float_power(gamma, _passed(iteration, milestones, at_milestone))


def gamma_times_milestones(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """You multiplied gamma by the number of milestones where it should be raised to it.

    Two drops are γ·γ, not 2·γ: base·γ^passed.
    """
    passed = _passed(iteration, milestones, at_milestone)
    return base_lr * gamma * passed if passed else base_lr
