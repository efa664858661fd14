"""Powers that overflow quietly, and the checks of every schedule."""

import numpy as np


def power(base, exponent):
    """Return base ** exponent in float64, inf where it overflows."""
    with np.errstate(over="ignore"):
        return np.float_power(base, exponent)


def require_at_least(least, **options):
    """Refuse options below their least value."""
    for name, value in options.items():
        if not value >= least:
            raise ValueError(f"{name} must be at least {least}, not {value}.")


def require_share(**fractions):
    """Refuse fractions outside [0, 1]."""
    for name, value in fractions.items():
        if not 0 <= value <= 1:
            raise ValueError(f"{name} must be between 0 and 1, not {value}.")
