"""Mistakes people make in precision: true positives divided by all predicted positives, TP / (TP + FP)."""

import numpy as np

from ._outcomes import precision_of, recall_of, share, true_positives


def recall_in_its_place(predicted, actual, *, empty="zero"):
    """You divided by the actual positives: that is recall.

    Precision asks about the predictions: how many of the alarms are real?
    TP / (TP + FP), not TP / (TP + FN).
    """
    return recall_of(predicted, actual, empty=empty)


def accuracy_in_its_place(predicted, actual, *, empty="zero"):
    """You counted everything that is right, and divided by all examples.

    Only what is predicted as positive counts, above and below.
    TP / (TP + FP), not (TP + TN) / N.
    """
    return share(np.sum(predicted == actual), len(actual), empty)


def over_all_examples(predicted, actual, *, empty="zero"):
    """You divided by the number of examples.

    Divide by the number of predicted positives.
    TP / (TP + FP), not TP / N.
    """
    return share(true_positives(predicted, actual), len(actual), empty)


def false_alarms_counted(predicted, actual, *, empty="zero"):
    """You counted the predicted positives that are wrong.

    Count those that are right.
    TP / (TP + FP), not FP / (TP + FP).
    """
    found = np.sum(predicted == 1)
    return share(found - true_positives(predicted, actual), found, empty)


def misses_in_the_denominator(predicted, actual, *, empty="zero"):
    """You divided by false negatives too: that is the Jaccard index, which is lower than precision and recall.

    What is missed does not concern precision.
    TP / (TP + FP), not TP / (TP + FP + FN).
    """
    return share(true_positives(predicted, actual), np.sum((predicted == 1) | (actual == 1)), empty)


def of_the_negative_class(predicted, actual, *, empty="zero"):
    """You took 0 for the positive class.

    The positive class is 1.
    TP = number of places where predicted and actual are 1.
    """
    return precision_of(predicted, actual, 0, empty=empty)


def averaged_over_both_classes(predicted, actual, *, empty="zero"):
    """You averaged the precision of both classes, the macro average.

    Only the positive class is asked about.
    TP / (TP + FP) of class 1.
    """
    return (precision_of(predicted, actual, 0, empty=empty) + precision_of(predicted, actual, 1, empty=empty)) / 2


def epsilon_in_the_denominator(predicted, actual):
    """You added 1e-7 below, so that no precision above 0 is right.

    Look for 0/0 in place of it.
    TP / (TP + FP) if TP + FP > 0, else 0.
    """
    return true_positives(predicted, actual) / (np.sum(predicted == 1) + 1e-7)


def divided_as_whole_numbers(predicted, actual, *, empty="zero"):
    """You divided whole numbers by //, which gives 0 unless every alarm is real.

    Divide by /.
    TP / (TP + FP).
    """
    return np.floor(precision_of(predicted, actual, empty=empty))


def one_for_nothing(predicted, actual):
    """You answered 1 where nothing is predicted as positive.

    Nothing was right; asked for is 0.
    TP / (TP + FP) if TP + FP > 0, else 0.
    """
    return precision_of(predicted, actual) if np.any(predicted == 1) else 1.0
