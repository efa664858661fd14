"""The logistic function of one number."""

import math


def logistic(value):
    """Take the exponential of what is not positive: Python's exp raises where IEEE gives ∞."""
    small = math.exp(-abs(value))
    return (1 if value >= 0 else small) / (1 + small)
