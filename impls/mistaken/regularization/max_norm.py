"""Mistakes people make in max_norm: columns longer than the limit are shortened to it, the others stay."""

import numpy as np


def _lengths(w, axis=0):
    return np.sqrt(np.sum(w**2, axis=axis, keepdims=True))


def _shortened(w, norm, limit):
    longer = norm > limit
    return w * np.where(longer, limit / np.where(longer, norm, np.ones_like(norm)), np.ones_like(norm))


def rows_for_columns(w, *, limit):
    """You limited the rows, the weights that leave an input, in place of the columns, those that reach a unit.

    Sum over the first axis where weights are (inputs, units).
    ‖wⱼ‖ = √Σᵢ wᵢⱼ².
    """
    return _shortened(w, _lengths(w, axis=1), limit)


def one_norm_for_all(w, *, limit):
    """You took the norm of the whole matrix.

    Every unit has a limit of its own: one norm for each column.
    ‖wⱼ‖ = √Σᵢ wᵢⱼ².
    """
    return _shortened(w, np.sqrt(np.sum(w**2)), limit)


def clips_every_weight(w, *, limit):
    """You clipped every weight to ±limit, which turns the column and does not bound its length.

    Multiply the whole column by one factor.
    wⱼ · limit / ‖wⱼ‖.
    """
    return np.maximum(np.minimum(w, limit), -limit)


def lengthens_short_columns(w, *, limit):
    """You gave all columns the length of the limit, so that short ones grow.

    Leave columns within the limit as they are.
    wⱼ · limit / ‖wⱼ‖ only where ‖wⱼ‖ > limit.
    """
    norm = _lengths(w)
    return w * (limit / np.where(norm > 0, norm, np.ones_like(norm)))


def root_forgotten(w, *, limit):
    """You compared and divided by the sum of squares, without the root.

    Take the root: the limit is a length.
    ‖wⱼ‖ = √Σᵢ wᵢⱼ².
    """
    return _shortened(w, np.sum(w**2, axis=0, keepdims=True), limit)


def shortens_to_one(w, *, limit):
    """You gave columns that are too long the length 1.

    Multiply by the limit as well.
    wⱼ · limit / ‖wⱼ‖.
    """
    norm = _lengths(w)
    return w / np.where(norm > limit, np.where(norm > 0, norm, np.ones_like(norm)), np.ones_like(norm))


def sum_of_sizes(w, *, limit):
    """You measured columns by the sum of absolute values, the L1 norm.

    Use the root of the sum of squares.
    ‖wⱼ‖ = √Σᵢ wᵢⱼ².
    """
    return _shortened(w, np.sum(np.abs(w), axis=0, keepdims=True), limit)


def averages_the_squares(w, *, limit):
    """You divided the sum of squares by the number of inputs.

    A length is no average: units with more inputs reach the limit sooner.
    ‖wⱼ‖ = √Σᵢ wᵢⱼ².
    """
    return _shortened(w, _lengths(w) / np.sqrt(max(w.shape[0], 1)), limit)


def divides_by_a_zero_norm(w, *, limit):
    """You multiplied by min(‖wⱼ‖, limit) / ‖wⱼ‖, which is 0/0 = NaN for a unit without weights.

    Divide only where the length is above the limit.
    wⱼ stays where ‖wⱼ‖ ≤ limit, 0 included.
    """
    norm = _lengths(w)
    with np.errstate(invalid="ignore"):
        return w * (np.minimum(norm, limit) / norm)


def overwrites_its_input(w, *, limit):
    """You shortened the columns of w itself, so the caller's weights are changed.

    Build a new array.
    wⱼ · limit / ‖wⱼ‖ where ‖wⱼ‖ > limit, with w left as it was.
    """
    w[...] = _shortened(w, _lengths(w), limit)
    return w
