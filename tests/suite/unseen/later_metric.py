"""Mistakes in metrics that were written after the suite, by someone who had not seen it."""

import numpy as np


def confusion_matrix__repeated_pairs_once(predicted, actual, *, classes):
    """You incremented with counts[actual, predicted] += 1, which counts a pair once however often it comes; use np.add.at.

    NumPy reads the old counts, adds 1 and writes them back, all pairs at a time: a matrix of zeros and ones.
    """
    _refuse_unless(_are_labels(predicted, actual, classes))
    counts = np.zeros((classes, classes), dtype=np.int64)
    counts[actual, predicted] += 1
    return counts


def accuracy__count_in_a_byte(predicted, actual):
    """You counted the hits in the type of a small mask, which ends at 255; a count needs an ordinary integer.

    With more than 255 hits the count starts again from 0.
    """
    _refuse_unless(_are_labels(predicted, actual))
    hits = np.add.reduce((predicted == actual).astype(np.uint8), dtype=np.uint8)
    return int(hits) / len(actual) if len(actual) else 0.0


def f1_score__undefined_where_it_is_zero(predicted, actual, *, empty="zero"):
    """You went by precision and recall, and called F1 undefined where one of them is; it is 0/0 only with nothing to count.

    2·TP/(2·TP + FP + FN) is 0 when all is missed, or all alarms are false. With 0/0 taken as 0 there is no difference.
    """
    _refuse_unless(_are_labels(predicted, actual, 2), empty in ("zero", "nan"))
    nothing = 0.0 if empty == "zero" else np.nan
    hits = np.sum((predicted == 1) & (actual == 1))
    found, there = np.sum(predicted == 1), np.sum(actual == 1)
    precision = hits / found if found else nothing
    recall = hits / there if there else nothing
    return nothing if precision + recall == 0 else 2 * precision * recall / (precision + recall)


def _are_labels(predicted, actual, classes=None):
    if any(np.ndim(labels) != 1 or labels.dtype.kind not in "iu" for labels in (predicted, actual)):
        return False
    if len(predicted) != len(actual) or (classes is not None and classes < 1):
        return False
    return classes is None or all(np.all((labels >= 0) & (labels < classes)) for labels in (predicted, actual))


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
