"""Mistakes people make in clip_by_value: max(−limit, min(limit, grad))."""

import numpy as np


def one_side_only(grad, *, limit):
    """You cut off large positive elements only.

    Cut off at both ends.
    max(−limit, min(limit, grad)).
    """
    return np.minimum(grad, limit)


def negative_to_zero(grad, *, limit):
    """You cut off at 0 and the limit, so that negative elements vanish.

    The lower end is −limit.
    max(−limit, min(limit, grad)).
    """
    return np.maximum(np.minimum(grad, limit), 0)


def sign_lost(grad, *, limit):
    """You replaced every element beyond the limit by +limit.

    Elements below −limit become −limit.
    max(−limit, min(limit, grad)).
    """
    return np.where(np.abs(grad) > limit, limit * np.ones_like(grad), grad)


def drops_the_large(grad, *, limit):
    """You replaced elements beyond the limit by 0.

    They become the limit, with their sign: a large gradient still moves the weight.
    max(−limit, min(limit, grad)).
    """
    return np.where(np.abs(grad) > limit, np.zeros_like(grad), grad)


def scales_the_whole(grad, *, limit):
    """You scaled the whole gradient until its largest element is within the limit.

    Elements within the limit stay as they are.
    max(−limit, min(limit, grad)), element by element.
    """
    largest = np.max(np.abs(grad)) if grad.size else limit
    return grad * (limit / largest) if largest > limit else grad + 0


def ignores_limit(grad, *, limit):
    """You always cut off at ±1, whatever `limit` said.

    Use the argument.
    max(−limit, min(limit, grad)).
    """
    return np.maximum(np.minimum(grad, 1), -1)


def not_a_number_to_zero(grad, *, limit):
    """You replaced NaN by 0, so that a broken model looks healthy.

    Let NaN through.
    max(−limit, min(limit, grad)), NaN where grad is.
    """
    return np.where(np.isnan(grad), np.zeros_like(grad), np.maximum(np.minimum(grad, limit), -limit))


def overwrites_its_input(grad, *, limit):
    """You cut off the elements of grad itself, so the caller's gradient is changed.

    Build a new array.
    max(−limit, min(limit, grad)), with grad left as it was.
    """
    grad[...] = np.maximum(np.minimum(grad, limit), -limit)
    return grad
