"""Mistakes people make in confusion_matrix: a count for each pair of actual class (row) and predicted class (column)."""

import numpy as np


def transposed(predicted, actual, *, classes):
    """You gave rows to the predicted classes and columns to the actual ones.

    Rows are the actual classes here, as in scikit-learn and TensorFlow.
    counts[actual, predicted] += 1.
    """
    return _counts(actual, predicted, classes)


def each_pair_counted_once(predicted, actual, *, classes):
    """You wrote counts[actual, predicted] += 1 with whole arrays: an index that comes up twice counts once.

    NumPy buffers such an assignment. Use np.add.at, np.bincount, or a loop.
    np.add.at(counts, (actual, predicted), 1).
    """
    counts = np.zeros((classes, classes), dtype=np.int64)
    counts[actual, predicted] += 1
    return counts


def counted_in_a_byte(predicted, actual, *, classes):
    """You kept the counts in uint8, as the labels perhaps: they start again from 0 at 256.

    Count in 64-bit integers.
    counts = np.zeros((classes, classes), dtype=np.int64).
    """
    return _counts(predicted, actual, classes).astype(np.uint8)


def classes_counted_from_one(predicted, actual, *, classes):
    """You subtracted 1 from the labels, so that class 0 ends up in the last row and column.

    The labels are indices from 0 on: use them as they are.
    counts[actual, predicted] += 1.
    """
    return _counts(predicted - 1, actual - 1, classes)


def as_large_as_the_labels_seen(predicted, actual, *, classes):
    """You took the size of the matrix from the largest label in the data.

    A class that happens to be absent has a row and a column too, of zeros.
    The matrix is (classes, classes).
    """
    return _counts(predicted, actual, max(np.max(predicted, initial=-1), np.max(actual, initial=-1)) + 1)


def absent_classes_left_out(predicted, actual, *, classes):
    """You made rows only for the classes that occur, as np.unique lists them.

    A class that happens to be absent has a row and a column too, of zeros; without them the others move up.
    The matrix is (classes, classes).
    """
    seen, index = np.unique(np.concatenate([predicted, actual]), return_inverse=True)
    return _counts(index[: len(predicted)], index[len(predicted) :], len(seen))


def bins_without_a_range(predicted, actual, *, classes):
    """You used a histogram without telling it the range: its bins reach from the smallest to the largest label seen.

    Where the first or last class is absent, the others are counted in the wrong bins.
    np.histogram2d(…, bins=classes, range=[[0, classes], [0, classes]]).
    """
    return np.histogram2d(actual, predicted, bins=classes)[0].astype(np.int64)


def last_class_first(predicted, actual, *, classes):
    """You put the positive class first, as textbooks draw the matrix of a yes-or-no question.

    Classes are in the order of their numbers: class 0 has the first row and column, so true negatives come first.
    counts[actual, predicted] += 1.
    """
    return _counts(predicted, actual, classes)[::-1, ::-1].copy()


def wrong_predictions_only(predicted, actual, *, classes):
    """You counted the confusions only and left the diagonal empty.

    What is predicted rightly is counted too, on the diagonal.
    counts[actual, predicted] += 1 for every example.
    """
    wrong = predicted != actual
    return _counts(predicted[wrong], actual[wrong], classes)


def _counts(predicted, actual, classes):
    counts = np.zeros((classes, classes), dtype=np.int64)
    np.add.at(counts, (actual, predicted), 1)
    return counts
