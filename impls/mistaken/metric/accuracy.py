"""Mistakes people make in accuracy: the number of right predictions divided by the number of examples."""

import numpy as np

from ._outcomes import recall_of, share, true_positives


def as_percentage(predicted, actual):
    """You multiplied by 100.

    Accuracy is a share, from 0 to 1.
    right / N.
    """
    return 100 * share(np.sum(predicted == actual), len(actual))


def error_rate(predicted, actual):
    """You counted the wrong predictions.

    Count the right ones.
    right / N, not wrong / N.
    """
    return share(np.sum(predicted != actual), len(actual))


def divided_as_whole_numbers(predicted, actual):
    """You divided whole numbers by //, which gives 0 unless everything is right.

    Divide by /.
    right / N.
    """
    return float(np.sum(predicted == actual) // len(actual)) if len(actual) else 0.0


def of_the_positive_class_only(predicted, actual):
    """You looked at the examples of class 1 only: that is recall.

    Every class counts.
    right / N, over all examples.
    """
    return recall_of(predicted, actual)


def true_negatives_forgotten(predicted, actual):
    """You counted as right only what is 1 in both.

    Two zeros agree as well, and so does any other class.
    right = number of places where predicted == actual.
    """
    return share(true_positives(predicted, actual), len(actual))


def averaged_over_classes(predicted, actual):
    """You averaged the share of right predictions over the classes: that is balanced accuracy.

    Each example counts the same, so a large class counts more than a small one.
    right / N.
    """
    classes = np.unique(actual)
    return share(sum(recall_of(predicted, actual, c) for c in classes), len(classes))


def labels_as_truth_values(predicted, actual):
    """You took the labels for truth values, so that any two classes but 0 agree.

    Compare the labels.
    right = number of places where predicted == actual.
    """
    return share(np.sum((predicted != 0) == (actual != 0)), len(actual))


def found_anywhere(predicted, actual):
    """You asked whether a prediction occurs among the actual labels, wherever.

    Compare each prediction with the label of its own example.
    right = number of places where predicted == actual.
    """
    return share(np.sum(np.isin(predicted, actual)), len(actual))


def counted_in_a_byte(predicted, actual):
    """You added up the right ones in eight bits, which begin again from 0 at 256.

    Count in whole numbers that are large enough, or take the mean.
    right / N.
    """
    return share(np.sum(predicted == actual, dtype=np.uint8), len(actual))


def divided_by_the_number_of_classes(predicted, actual):
    """You divided by the number of classes.

    Divide by the number of examples.
    right / N.
    """
    return share(np.sum(predicted == actual), len(np.unique(actual)))
