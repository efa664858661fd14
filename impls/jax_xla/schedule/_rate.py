"""The rate of a schedule of Optax."""

from .._arrays import as_numpy


def rate(schedule, iteration):
    """The rate at one iteration, in double precision."""
    return float(as_numpy(schedule(iteration)))
