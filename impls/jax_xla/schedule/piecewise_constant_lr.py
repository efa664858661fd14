"""A learning rate of Optax that is read from a list."""

import optax

from .._arrays import require
from ._rate import rate


def piecewise_constant_lr(iteration, *, boundaries, values, at_boundary="new"):
    """optax.join_schedules of one optax.constant_schedule a value; its piecewise_constant_schedule takes factors."""
    require("at_boundary", at_boundary, "new")
    return rate(optax.join_schedules([optax.constant_schedule(value) for value in values], boundaries), iteration)
