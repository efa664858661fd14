"""A fixed rate, gone wrong."""

import numpy as np


def decays_anyway(iteration, *, base_lr):
    """You divided the rate by the number of the iteration, as proofs of convergence do.

    A fixed rate stays what it is: base.
    """
    return base_lr / (iteration + 1)


def whole_number_rate(iteration, *, base_lr):
    """You kept the rate in a whole number, which makes 0 of every rate below 1.

    Keep the rate as it was given, in floating point: base.
    """
    return np.floor(base_lr) + 0.0
