"""Mistakes people make in triplet_loss: the mean over the rows of max(0, d⁺ − d⁻ + margin), d squared distances."""

import numpy as np

from ._distances import excess, length, squared


def margin_subtracted(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You subtracted the margin: rows that are only just wrong, or only just right, cost nothing.

    Add it: the negative has to be farther away by at least the margin.
    L = mean max(0, d⁺ − d⁻ + margin).
    """
    return np.sum(np.maximum(excess(anchor, positive, negative, -margin, distance), 0)) / len(anchor)


def margin_forgotten(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You left the margin out: all embeddings at one point then cost nothing.

    Add it to the difference of the distances.
    L = mean max(0, d⁺ − d⁻ + margin).
    """
    return np.sum(np.maximum(excess(anchor, positive, negative, 0, distance), 0)) / len(anchor)


def not_clamped(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You left out the maximum with 0: triplets that are right already outweigh those that are not.

    Cut each row off at 0 before averaging.
    L = mean max(0, d⁺ − d⁻ + margin).
    """
    return np.sum(excess(anchor, positive, negative, margin, distance)) / len(anchor)


def clamped_after_averaging(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You averaged first and cut off at 0 afterwards, so that right triplets make up for wrong ones.

    Cut each row off at 0 before averaging.
    L = mean max(0, d⁺ − d⁻ + margin), not max(0, mean (d⁺ − d⁻ + margin)).
    """
    return np.maximum(np.sum(excess(anchor, positive, negative, margin, distance)) / len(anchor), 0)


def distances_exchanged(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You exchanged the distances: this loss pushes the positive away.

    The positive's distance counts for the loss, the negative's against it.
    L = mean max(0, d⁺ − d⁻ + margin).
    """
    return np.sum(np.maximum(excess(anchor, negative, positive, margin, distance), 0)) / len(anchor)


def summed_over_rows(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You summed over the rows without dividing by their number.

    Divide by the number of rows.
    L = mean max(0, d⁺ − d⁻ + margin).
    """
    return np.sum(np.maximum(excess(anchor, positive, negative, margin, distance), 0))


def averaged_over_wrong_rows(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You divided by the number of rows that do not keep the margin, in place of all.

    Divide by the number of rows; those that cost nothing count as 0.
    L = Σ max(0, d⁺ − d⁻ + margin) / N.
    """
    losses = np.maximum(excess(anchor, positive, negative, margin, distance), 0)
    return np.sum(losses) / max(np.count_nonzero(losses), min(len(anchor), 1))


def mean_over_features(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You averaged the squares over the features, where a distance is their sum.

    Sum them: the margin is measured against distances.
    d = Σⱼ (aⱼ − bⱼ)².
    """
    features = anchor.shape[1]
    near = length(squared(anchor, positive) / features, distance)
    far = length(squared(anchor, negative) / features, distance)
    return np.sum(np.maximum(near - far + margin, 0)) / len(anchor)


def one_distance_for_the_batch(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You summed the squares over the whole batch, so that there is only one distance.

    Sum along axis 1: each row has distances of its own.
    L = mean max(0, d⁺ − d⁻ + margin), d one per row.
    """
    difference = length(np.sum((anchor - positive) ** 2), distance) - length(np.sum((anchor - negative) ** 2), distance)
    return np.maximum(difference + margin, 0) / len(anchor)


def negative_compared_with_positive(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """You measured the negative's distance from the positive.

    Both distances start from the anchor.
    d⁻ = Σ (a − n)².
    """
    difference = length(squared(anchor, positive), distance) - length(squared(positive, negative), distance)
    return np.sum(np.maximum(difference + margin, 0)) / len(anchor)


def city_block_distance(anchor, positive, negative, *, margin=0.2):
    """You added up absolute differences in place of squares.

    Square the differences.
    d = Σⱼ (aⱼ − bⱼ)².
    """
    difference = np.sum(np.abs(anchor - positive), axis=1) - np.sum(np.abs(anchor - negative), axis=1)
    return np.sum(np.maximum(difference + margin, 0)) / len(anchor)
