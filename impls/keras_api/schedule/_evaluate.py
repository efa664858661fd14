"""Keras' schedules, evaluated at an iteration in double precision."""

import numpy as np

from .._tensors import array

# Keras computes a schedule in the precision of its first rate, and takes a plain float for a single one.
double = np.float64


def rate(schedule, iteration):
    """What a schedule says about an iteration."""
    return float(array(schedule(iteration)))


def require_at_least(least, **options):
    """Refuse options below their least value, which Keras accepts in silence."""
    for name, value in options.items():
        if not value >= least:
            raise ValueError(f"{name} must be at least {least}, not {value}.")
