"""A learning rate of Optax that drops at given milestones."""

import optax

from .._arrays import require
from ._rate import rate


def multistep_lr(iteration, *, base_lr, gamma, milestones, at_milestone="new"):
    """optax.piecewise_constant_schedule, whose scales are factors."""
    require("at_milestone", at_milestone, "new")
    return rate(optax.piecewise_constant_schedule(base_lr, dict.fromkeys(milestones, gamma)), iteration)


def declines(*, primitive, milestones, **_):
    """Optax takes a dictionary of boundaries, in which each stands once."""
    return "piecewise_constant_schedule takes every boundary once" if len(set(milestones)) < len(milestones) else None
