"""Mistakes people make in f1_score: the harmonic mean of precision and recall, 2·TP / (2·TP + FP + FN)."""

import numpy as np

from ._outcomes import precision_of, recall_of, share, true_positives


def arithmetic_mean(predicted, actual, *, empty="zero"):
    """You took the arithmetic mean of precision and recall, so that one of them alone can make the score high.

    Take the harmonic mean, which is near the smaller of the two.
    2PR / (P + R), not (P + R) / 2.
    """
    return (precision_of(predicted, actual, empty=empty) + recall_of(predicted, actual, empty=empty)) / 2


def geometric_mean(predicted, actual, *, empty="zero"):
    """You took the geometric mean of precision and recall.

    Take the harmonic mean.
    2PR / (P + R), not √(PR).
    """
    return np.sqrt(precision_of(predicted, actual, empty=empty) * recall_of(predicted, actual, empty=empty))


def two_forgotten(predicted, actual, *, empty="zero"):
    """You left out the 2, so that a perfect classifier scores a half.

    The harmonic mean of two numbers is twice their product over their sum.
    2PR / (P + R).
    """
    return _f1(predicted, actual, empty=empty) / 2


def jaccard_index(predicted, actual, *, empty="zero"):
    """You counted the true positives once: that is the Jaccard index.

    They count twice, above and below.
    2·TP / (2·TP + FP + FN), not TP / (TP + FP + FN).
    """
    return share(true_positives(predicted, actual), np.sum((predicted == 1) | (actual == 1)), empty)


def accuracy_in_its_place(predicted, actual, *, empty="zero"):
    """You counted what is right in both classes: that is accuracy, or F1 averaged over all decisions ("micro").

    True negatives play no part.
    2·TP / (2·TP + FP + FN).
    """
    return share(np.sum(predicted == actual), len(actual), empty)


def of_the_negative_class(predicted, actual, *, empty="zero"):
    """You took 0 for the positive class.

    The positive class is 1.
    TP = number of places where predicted and actual are 1.
    """
    return _f1(predicted, actual, 0, empty=empty)


def averaged_over_both_classes(predicted, actual, *, empty="zero"):
    """You averaged the score of both classes, the macro average.

    Only the positive class is asked about.
    2·TP / (2·TP + FP + FN) of class 1.
    """
    return (_f1(predicted, actual, 0, empty=empty) + _f1(predicted, actual, 1, empty=empty)) / 2


def epsilon_in_the_denominator(predicted, actual):
    """You added 1e-7 below, so that no score above 0 is right.

    Look for 0/0 in place of it.
    2PR / (P + R) if P + R > 0, else 0.
    """
    p, r = precision_of(predicted, actual), recall_of(predicted, actual)
    return 2 * p * r / (p + r + 1e-7)


def undefined_without_hits(predicted, actual):
    """You divided without looking: where nothing is found, P + R is 0 and the score becomes NaN.

    If there are positives or alarms, but no hits, the score is 0; so it is, here, where there is nothing at all.
    2·TP / (2·TP + FP + FN), with 0 for 0/0.
    """
    p, r = precision_of(predicted, actual), recall_of(predicted, actual)
    return 2 * p * r / (p + r) if p + r else np.nan


def false_alarms_weighted_more(predicted, actual, *, empty="zero"):
    """You weighed precision four times as much as recall: that is the score with β = ½.

    Both weigh the same.
    2PR / (P + R), not 1.25·PR / (0.25·P + R).
    """
    p, r = precision_of(predicted, actual, empty=empty), recall_of(predicted, actual, empty=empty)
    return share(1.25 * p * r, 0.25 * p + r, empty)


def one_for_nothing(predicted, actual):
    """You answered 1 where there are neither positives nor alarms.

    Nothing was found; asked for is 0.
    2·TP / (2·TP + FP + FN), with 0 for 0/0.
    """
    return _f1(predicted, actual) if np.any(predicted == 1) or np.any(actual == 1) else 1.0


def _f1(predicted, actual, positive=1, *, empty="zero"):
    counted = np.sum(predicted == positive) + np.sum(actual == positive)
    return share(2 * true_positives(predicted, actual, positive), counted, empty)
