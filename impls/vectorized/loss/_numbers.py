"""Arithmetic in which NumPy would warn, and feature maps as matrices."""

import math


def quotient(total, count):
    """The mean of nothing is NaN."""
    return total / count if count else math.nan


def flat_maps(features):
    """Return one row of H·W values per channel, without a copy where the memory allows it."""
    channels, height, width = features.shape
    return features.reshape(channels, height * width)
