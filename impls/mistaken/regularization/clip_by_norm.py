"""Mistakes people make in clip_by_norm: limit · grad / ‖grad‖ where ‖grad‖ > limit, and grad elsewhere."""

import numpy as np


def _shortened(grad, norm, limit):
    longer = norm > limit
    return grad * np.where(longer, limit / np.where(longer, norm, np.ones_like(norm)), np.ones_like(norm))


def clips_every_element(grad, *, limit):
    """You cut off every element at ±limit, which turns the gradient: that is clipping by value.

    Multiply the whole gradient by one factor.
    limit · grad / ‖grad‖.
    """
    return np.maximum(np.minimum(grad, limit), -limit)


def lengthens_short_gradients(grad, *, limit):
    """You gave every gradient the length of the limit, so that small ones grow.

    Leave a gradient within the limit as it is.
    limit · grad / ‖grad‖ only where ‖grad‖ > limit.
    """
    norm = np.sqrt(np.sum(grad**2))
    return grad * (limit / np.where(norm > 0, norm, np.ones_like(norm)))


def root_forgotten(grad, *, limit):
    """You compared and divided by the sum of squares, without the root.

    Take the root: the limit is a length.
    ‖grad‖ = √Σ grad².
    """
    return _shortened(grad, np.sum(grad**2), limit)


def sum_of_sizes(grad, *, limit):
    """You measured the gradient by the sum of absolute values, the L1 norm.

    Use the root of the sum of squares.
    ‖grad‖ = √Σ grad².
    """
    return _shortened(grad, np.sum(np.abs(grad)), limit)


def largest_element(grad, *, limit):
    """You measured the gradient by its largest element.

    Use the root of the sum of squares.
    ‖grad‖ = √Σ grad².
    """
    return _shortened(grad, np.max(np.abs(grad)) if grad.size else np.sum(grad), limit)


def shortens_to_one(grad, *, limit):
    """You gave a gradient that is too long the length 1.

    Multiply by the limit as well.
    limit · grad / ‖grad‖.
    """
    norm = np.sqrt(np.sum(grad**2))
    return grad / np.where(norm > limit, np.where(norm > 0, norm, np.ones_like(norm)), np.ones_like(norm))


def norm_of_each_row(grad, *, limit):
    """You took one norm for each row.

    The gradient of a layer is one vector, whatever its shape.
    ‖grad‖ = √Σ grad², over all axes.
    """
    return _shortened(grad, np.sqrt(np.sum(grad**2, axis=-1, keepdims=True)) if grad.ndim else np.abs(grad), limit)


def averages_the_squares(grad, *, limit):
    """You divided the sum of squares by the number of elements.

    A length is no average.
    ‖grad‖ = √Σ grad².
    """
    return _shortened(grad, np.sqrt(np.sum(grad**2) / max(grad.size, 1)), limit)


def divides_by_a_zero_norm(grad, *, limit):
    """You multiplied by min(‖grad‖, limit) / ‖grad‖, which is 0/0 = NaN where there is no gradient.

    Divide only where the length is above the limit.
    grad stays where ‖grad‖ ≤ limit, 0 included.
    """
    norm = np.sqrt(np.sum(grad**2))
    with np.errstate(invalid="ignore"):
        return grad * (np.minimum(norm, limit) / norm)


def overwrites_its_input(grad, *, limit):
    """You shortened grad itself, so the caller's gradient is changed.

    Build a new array.
    limit · grad / ‖grad‖ where ‖grad‖ > limit, with grad left as it was.
    """
    grad[...] = _shortened(grad, np.sqrt(np.sum(grad**2)), limit)
    return grad
