"""A learning rate that is read from a list."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from ._checks import require_at_least_zero, require_choice


def piecewise_constant_lr(
    iteration: int, *, boundaries: Sequence[int], values: Sequence[float], at_boundary: str = "new"
) -> float:
    """Take the rate of the interval that the iteration lies in.

    Args:
        iteration: the number of iterations done, counted from 0.
        boundaries: the iterations at which the rate changes, in rising order; there may be none.
        values: the rates, each at least 0: one more than boundaries.
        at_boundary: the rate at the boundary itself. "new": that of the interval it begins (Géron, PyTorch). "old":
            that of the interval it ends (Keras).

    Returns:
        The learning rate of this iteration, one of `values`.

    Raises:
        ValueError: if `iteration` or a value is negative, `boundaries` are not in rising order, there is not one value
            more than boundaries or `at_boundary` is unknown.

    Source: Géron, Hands-On Machine Learning, 3rd edition, chapter 11, "Piecewise constant scheduling";
    keras.optimizers.schedules.PiecewiseConstantDecay.
    """
    require_at_least_zero(iteration=iteration)
    require_choice(("new", "old"), at_boundary=at_boundary)
    values = np.asanyarray(values)
    if values.shape != (len(boundaries) + 1,):
        raise ValueError(f"values must be one more than boundaries, {len(boundaries) + 1}, not {len(values)}.")
    if any(later < earlier for earlier, later in pairwise(boundaries)):
        raise ValueError(f"boundaries must be in rising order, not {boundaries}.")
    if not np.all(values >= 0):
        raise ValueError("values must be at least 0.")
    if at_boundary == "new":
        passed = sum(boundary <= iteration for boundary in boundaries)
    else:
        passed = sum(boundary < iteration for boundary in boundaries)
    return values[passed]
