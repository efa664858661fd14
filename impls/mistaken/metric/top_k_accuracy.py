"""Mistakes people make in top_k_accuracy: how often fewer than k other classes score as high as the actual one."""

import numpy as np


def ties_count_for(scores, labels, *, k):
    """You counted only the classes with a higher score, so that equal scores count for the prediction.

    Here they count against it, or a network that gives every class the same score would be perfect.
    A hit: fewer than k other classes have a score at least as high.
    """
    return _share(np.sum(scores > _actual(scores, labels), axis=1) < k, scores)


def lower_index_wins_ties(scores, labels, *, k):
    """You sorted and took the first k classes: which of equal scores are among them depends on their numbers.

    Equal scores count against the prediction, whatever their order.
    A hit: fewer than k other classes have a score at least as high.
    """
    return _share(np.any(np.argsort(-scores, axis=1, kind="stable")[:, :k] == labels[:, None], axis=1), scores)


def higher_index_wins_ties(scores, labels, *, k):
    """You sorted upwards and took the last k classes: which of equal scores are among them depends on their numbers.

    Equal scores count against the prediction, whatever their order.
    A hit: fewer than k other classes have a score at least as high.
    """
    order = np.argsort(scores, axis=1, kind="stable")
    return _share(np.any(order[:, order.shape[1] - k :] == labels[:, None], axis=1), scores)


def lowest_scores(scores, labels, *, k):
    """You took the k lowest scores: np.argsort rises.

    Take the highest.
    A hit: fewer than k other classes have a score at least as high.
    """
    return _share(np.sum(scores <= _actual(scores, labels), axis=1) <= k, scores)


def best_class_only(scores, labels, *, k):
    """You looked at the best class only, whatever k is.

    Any of the k best may be the actual class.
    A hit: fewer than k other classes have a score at least as high.
    """
    return _share(_rank(scores, labels) <= 1, scores)


def one_place_too_few(scores, labels, *, k):
    """You compared a rank that counts from 1 with < k, so that the class in place k is a miss.

    The best class has rank 1, so compare with ≤.
    A hit: rank ≤ k.
    """
    return _share(_rank(scores, labels) < k, scores)


def one_place_too_many(scores, labels, *, k):
    """You compared a rank that counts from 0 with ≤ k, so that k + 1 classes are allowed.

    The best class has rank 0, so compare with <.
    A hit: rank < k.
    """
    return _share(_rank(scores, labels) <= k + 1, scores)


def divided_by_k(scores, labels, *, k):
    """You divided by k as well: that is precision at k.

    Divide by the number of rows alone.
    hits / N.
    """
    return _share(_rank(scores, labels) <= k, scores) / k


def not_divided(scores, labels, *, k):
    """You returned the number of hits.

    Divide by the number of rows.
    hits / N.
    """
    return _share(_rank(scores, labels) <= k, scores) * len(labels)


def _actual(scores, labels):
    return scores[np.arange(len(labels)), labels][:, None]


def _rank(scores, labels):
    return np.sum(scores >= _actual(scores, labels), axis=1)


def _share(hits, scores):
    return np.sum(np.where(hits, np.ones_like(scores[:, 0]), 0)) / max(len(hits), 1)
