"""Mistakes people make in recall: true positives divided by all actual positives, TP / (TP + FN)."""

import numpy as np

from ._outcomes import precision_of, recall_of, share, true_positives


def precision_in_its_place(predicted, actual, *, empty="zero"):
    """You divided by the predicted positives: that is precision.

    Recall asks about the examples: how many of the positives are found?
    TP / (TP + FN), not TP / (TP + FP).
    """
    return precision_of(predicted, actual, empty=empty)


def accuracy_in_its_place(predicted, actual, *, empty="zero"):
    """You counted everything that is right, and divided by all examples.

    Only the actual positives count, above and below.
    TP / (TP + FN), not (TP + TN) / N.
    """
    return share(np.sum(predicted == actual), len(actual), empty)


def over_all_examples(predicted, actual, *, empty="zero"):
    """You divided by the number of examples.

    Divide by the number of actual positives.
    TP / (TP + FN), not TP / N.
    """
    return share(true_positives(predicted, actual), len(actual), empty)


def misses_counted(predicted, actual, *, empty="zero"):
    """You counted the positives that are missed.

    Count those that are found.
    TP / (TP + FN), not FN / (TP + FN).
    """
    positive = np.sum(actual == 1)
    return share(positive - true_positives(predicted, actual), positive, empty)


def false_alarms_in_the_denominator(predicted, actual, *, empty="zero"):
    """You divided by false positives too: that is the Jaccard index, which is lower than precision and recall.

    A false alarm does not concern recall.
    TP / (TP + FN), not TP / (TP + FP + FN).
    """
    return share(true_positives(predicted, actual), np.sum((predicted == 1) | (actual == 1)), empty)


def of_the_negative_class(predicted, actual, *, empty="zero"):
    """You took 0 for the positive class: that is specificity.

    The positive class is 1.
    TP = number of places where predicted and actual are 1.
    """
    return recall_of(predicted, actual, 0, empty=empty)


def averaged_over_both_classes(predicted, actual, *, empty="zero"):
    """You averaged the recall of both classes, the macro average.

    Only the positive class is asked about.
    TP / (TP + FN) of class 1.
    """
    return (recall_of(predicted, actual, 0, empty=empty) + recall_of(predicted, actual, 1, empty=empty)) / 2


def epsilon_in_the_denominator(predicted, actual):
    """You added 1e-7 below, so that no recall above 0 is right.

    Look for 0/0 in place of it.
    TP / (TP + FN) if TP + FN > 0, else 0.
    """
    return true_positives(predicted, actual) / (np.sum(actual == 1) + 1e-7)


def divided_as_whole_numbers(predicted, actual, *, empty="zero"):
    """You divided whole numbers by //, which gives 0 unless every positive is found.

    Divide by /.
    TP / (TP + FN).
    """
    return np.floor(recall_of(predicted, actual, empty=empty))


def one_for_nothing(predicted, actual):
    """You answered 1 where there are no positive examples.

    Nothing was found; asked for is 0.
    TP / (TP + FN) if TP + FN > 0, else 0.
    """
    return recall_of(predicted, actual) if np.any(actual == 1) else 1.0
