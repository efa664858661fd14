"""What mistaken metrics get right: how yes-or-no answers are counted."""

import numpy as np


def true_positives(predicted, actual, positive=1):
    """How many positives are found."""
    return np.sum((predicted == positive) & (actual == positive))


def share(part, whole, empty="zero"):
    """The quotient, and 0 or NaN for 0/0."""
    return part / whole if whole else {"zero": 0.0, "nan": np.nan}[empty]


def precision_of(predicted, actual, positive=1, *, empty="zero"):
    """The share of what is predicted as a class that belongs to it."""
    return share(true_positives(predicted, actual, positive), np.sum(predicted == positive), empty)


def recall_of(predicted, actual, positive=1, *, empty="zero"):
    """The share of a class that is predicted as it."""
    return share(true_positives(predicted, actual, positive), np.sum(actual == positive), empty)
