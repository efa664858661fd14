"""Arithmetic in which Python would raise where IEEE arithmetic goes on."""

import math


def quotient(total, count):
    """The mean of nothing is NaN, as a sum over no rows is 0/0."""
    return total / count if count else math.nan
