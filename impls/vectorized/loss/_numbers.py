"""Arithmetic in which NumPy would warn."""

import math


def quotient(total, count):
    """The mean of nothing is NaN."""
    return total / count if count else math.nan
