"""The top-k accuracy of a classifier."""

import numpy as np

from ._labels import require_scores


def top_k_accuracy(scores: np.ndarray, labels: np.ndarray, *, k: int) -> np.ndarray:
    """Tell how often the actual class is among the k with the highest scores.

    Args:
        scores: (N, C), a score for each class, the higher the more likely.
        labels: (N,), the actual classes, integers from 0 to C − 1.
        k: how many classes may be named, from 1 to C.

    Returns:
        The share of rows in which fewer than k other classes have a score at least as high as the actual class, a
        scalar.

    Raises:
        ValueError: the shapes do not fit, a label is no class, or k is no number of classes.

    Source: Russakovsky et al., ImageNet Large Scale Visual Recognition Challenge, IJCV 115, 2015, section 4.1; ties as
    in Caffe 1.0, accuracy_layer.cpp.
    """
    require_scores(scores, labels, k)
    if not len(labels):
        return np.zeros((), dtype=scores.dtype, like=scores)
    actual = scores[np.arange(len(labels)), labels]
    behind = np.sum(scores < actual[:, None], axis=1)
    hits = np.where(behind >= scores.shape[1] - k, np.ones_like(actual), 0)
    return np.sum(hits) / len(labels)
