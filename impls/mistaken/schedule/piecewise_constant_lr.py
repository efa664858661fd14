"""A list of rates, gone wrong."""

import numpy as np


def _passed(iteration, boundaries, at_boundary="new"):
    if at_boundary == "old":
        return sum(boundary < iteration for boundary in boundaries)
    return sum(boundary <= iteration for boundary in boundaries)


def changes_one_early(iteration, *, boundaries, values):
    """You counted the iterations from 1, so every change comes one iteration early.

    The place in the list is the number of boundaries at or before the iteration.
    """
    return np.asanyarray(values)[_passed(iteration + 1, boundaries)]


def last_value_never_used(iteration, *, boundaries, values, at_boundary="new"):
    """You paired each boundary with the value before it, and kept the last pair's for good.

    There is one value more than boundaries: the last one is for all that comes after the last boundary.
    """
    return np.asanyarray(values)[min(_passed(iteration, boundaries, at_boundary), max(len(boundaries) - 1, 0))]


def first_value_never_used(iteration, *, boundaries, values, at_boundary="new"):
    """You started with the second value, as if the start were a boundary.

    The first value is for all that comes before the first boundary.
    """
    return np.asanyarray(values)[min(_passed(iteration, boundaries, at_boundary) + 1, len(boundaries))]


def boundaries_as_intervals(iteration, *, boundaries, values, at_boundary="new"):
    """You took the boundaries for the lengths of the intervals, and added them up.

    Boundaries are iterations, counted from the start.
    """
    return np.asanyarray(values)[_passed(iteration, np.cumsum(list(boundaries)), at_boundary)]


def at_boundaries_only(iteration, *, boundaries, values):
    """You compared for equality, so a value is in force for one iteration and then the first one again.

    A value stays until the next boundary: count all boundaries at or before the iteration.
    """
    values = np.asanyarray(values)
    return values[list(boundaries).index(iteration) + 1] if iteration in boundaries else values[0]


def values_as_factors(iteration, *, boundaries, values, at_boundary="new"):
    """You multiplied the values up to here, as if they were factors of the first rate.

    Each value is a rate of its own.
    """
    return np.prod(np.asanyarray(values)[: _passed(iteration, boundaries, at_boundary) + 1])


def interpolates(iteration, *, boundaries, values, at_boundary="new"):
    """You drew straight lines between the values, so the rate changes all the time.

    Between two boundaries it is constant.
    """
    values, passed = np.asanyarray(values), _passed(iteration, boundaries, at_boundary)
    if not 0 < passed < len(boundaries):
        return values[passed]
    share = (iteration - boundaries[passed - 1]) / (boundaries[passed] - boundaries[passed - 1])
    return values[passed] + (values[passed + 1] - values[passed]) * share
