"""Mistakes people make in log_softmax: y = z − log Σ exp(z) along one axis, z = x − max x."""

import numpy as np

from ._softmax import shifted, softmax


def logarithm_of_softmax(x, *, axis=-1):
    """You took the logarithm of the finished probabilities: one that has underflowed to 0 becomes −∞.

    Subtract the logarithm of the sum from the scores instead.
    y = z − log Σ exp(z), which is −2000 for a score 2,000 below the maximum.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(softmax(x, axis))


def guarded_logarithm(x, *, axis=-1):
    """You added 1e-7 to the probabilities before the logarithm, so nothing falls below −16.1.

    Subtract the logarithm of the sum from the scores: there is no 0 to guard against.
    y = z − log Σ exp(z).
    """
    with np.errstate(invalid="ignore"):
        return np.log(softmax(x, axis) + 1e-7)


def no_shift(x, *, axis=-1):
    """You took exp(x) as it is: beyond 88 in float32, or 709 in float64, the sum is ∞; far below 0 it is 0.

    Subtract the maximum first; the result does not change.
    y = z − log Σ exp(z), z = x − max x.
    """
    with np.errstate(all="ignore"):
        return x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))


def shift_not_returned(x, *, axis=-1):
    """You subtracted the logarithm of the shifted sum from the scores as they were.

    Subtract it from the shifted scores, or add the maximum to it.
    y = x − max x − log Σ exp(x − max x).
    """
    with np.errstate(invalid="ignore"):
        return x - np.log(np.sum(np.exp(shifted(x, axis)), axis=axis, keepdims=True))


def shifted_by_global_maximum(x, *, axis=-1):
    """You subtracted the maximum of the whole array: a row far below it has a sum of 0, whose logarithm is −∞.

    Subtract each row's own maximum: np.max(x, axis=axis, keepdims=True).
    y = z − log Σ exp(z), z = x − max x along the axis.
    """
    with np.errstate(all="ignore"):
        z = x - np.max(x, initial=-np.inf)
        return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


def sums_whole_array(x, *, axis=-1):
    """You summed over the whole array, so the batch shares one denominator.

    Sum along the axis and keep it: np.sum(e, axis=axis, keepdims=True).
    yᵢⱼ = xᵢⱼ − log Σⱼ exp(xᵢⱼ).
    """
    with np.errstate(all="ignore"):
        z = x - np.max(x, initial=-np.inf)
        return z - np.log(np.sum(np.exp(z)))


def ignores_axis(x, *, axis=-1):
    """You always worked along the last axis, whatever `axis` said.

    Pass the axis on to both the maximum and the sum.
    The exponentials of the result sum to 1 along `axis`.
    """
    with np.errstate(invalid="ignore"):
        z = shifted(x, -1)
        return z - np.log(np.sum(np.exp(z), axis=-1, keepdims=True))


def sign_turned(x, *, axis=-1):
    """You returned −log p, the surprise, which is positive.

    Return the logarithm itself; the minus sign belongs to the loss.
    y = z − log Σ exp(z), which is never positive.
    """
    with np.errstate(invalid="ignore"):
        z = shifted(x, axis)
        return np.log(np.sum(np.exp(z), axis=axis, keepdims=True)) - z


def shifts_its_input(x, *, axis=-1):
    """You wrote x -= max, which changes the caller's scores.

    Write x − max into a new array: the scores are needed again in backward.
    y = z − log Σ exp(z), with x left as it was.
    """
    with np.errstate(invalid="ignore"):
        x -= np.max(x, axis=axis, keepdims=True, initial=-np.inf)
        return x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
