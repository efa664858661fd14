"""Mistakes people make in softmax: y = exp(x − max x) / Σ exp(x − max x) along one axis."""

import numpy as np


def no_shift(x, *, axis=-1):
    """You took exp(x) as it is: beyond 88 in float32, or 709 in float64, it overflows and the result is NaN.

    Subtract the maximum first; the quotient does not change.
    y = exp(x − max x) / Σ exp(x − max x).
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x)
        return exponentials / np.sum(exponentials, axis=axis, keepdims=True)


def shifted_by_global_maximum(x, *, axis=-1):
    """You subtracted the maximum of the whole array: a row far below it underflows to 0/0 = NaN.

    Subtract each row's own maximum: np.max(x, axis=axis, keepdims=True).
    y = exp(x − max x) / Σ exp(x − max x), the maximum along the axis.
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x - np.max(x, initial=-np.inf))
        return exponentials / np.sum(exponentials, axis=axis, keepdims=True)


def shift_in_numerator_only(x, *, axis=-1):
    """You shifted the numerator but summed the exponentials of the unshifted scores.

    Compute exp(x − max x) once and use it above and below.
    y = exp(x − max x) / Σ exp(x − max x).
    """
    top = np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    with np.errstate(all="ignore"):
        return np.exp(x - top) / np.sum(np.exp(x), axis=axis, keepdims=True)


def sums_whole_array(x, *, axis=-1):
    """You divided by the sum over the whole array, so the batch sums to 1 instead of each row.

    Sum along the axis and keep it: np.sum(e, axis=axis, keepdims=True).
    yᵢⱼ = exp(xᵢⱼ) / Σⱼ exp(xᵢⱼ).
    """
    top = np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    exponentials = np.exp(x - top)
    return exponentials / np.sum(exponentials)


def first_axis(x, *, axis=-1):
    """You normalised along axis 0: with one example per row the columns sum to 1 instead of the rows.

    Normalise along the axis that was asked for, the last one unless told otherwise.
    yᵢⱼ = exp(xᵢⱼ) / Σⱼ exp(xᵢⱼ).
    """
    exponentials = np.exp(x - np.max(x, axis=0, keepdims=True, initial=-np.inf))
    return exponentials / np.sum(exponentials, axis=0, keepdims=True)


def ignores_axis(x, *, axis=-1):
    """You always normalised along the last axis, whatever `axis` said.

    Pass the axis on to both the maximum and the sum.
    The result sums to 1 along `axis`.
    """
    exponentials = np.exp(x - np.max(x, axis=-1, keepdims=True, initial=-np.inf))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


def sum_without_keepdims(x, *, axis=-1):
    """You summed without keepdims: NumPy lines the sums up with the last axis, so row i is divided by row j's sum.

    Write np.sum(e, axis=axis, keepdims=True); for a batch that is not square your version does not even run.
    yᵢⱼ = exp(xᵢⱼ) / Σⱼ exp(xᵢⱼ).
    """
    exponentials = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=-np.inf))
    return exponentials / np.sum(exponentials, axis=axis)


def guarded_denominator(x, *, axis=-1):
    """You added 1e-7 to the sum against a division by zero that cannot happen; the result no longer sums to 1.

    After the shift the sum is at least 1, so no guard is needed.
    y = exp(x − max x) / Σ exp(x − max x).
    """
    exponentials = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=-np.inf))
    return exponentials / (np.sum(exponentials, axis=axis, keepdims=True) + 1e-7)


def clipped(x, *, axis=-1):
    """You kept the probabilities between 1e-7 and 1 − 1e-7, against a logarithm of 0 that comes later.

    Return them as they are; a loss that takes logarithms has to look after itself.
    y = exp(x − max x) / Σ exp(x − max x), which may round to 0 or 1.
    """
    exponentials = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=-np.inf))
    return np.clip(exponentials / np.sum(exponentials, axis=axis, keepdims=True), 1e-7, 1 - 1e-7)


def shifts_its_input(x, *, axis=-1):
    """You wrote x -= max, which changes the caller's scores.

    Write x = x − max, or use a new name: the values are needed again in backward.
    y = exp(x − max x) / Σ exp(x − max x), with x left as it was.
    """
    x -= np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    exponentials = np.exp(x)
    return exponentials / np.sum(exponentials, axis=axis, keepdims=True)


def sigmoid_of_each(x, *, axis=-1):
    """You squashed each score by itself with 1/(1 + e⁻ˣ): the results do not compete and do not sum to 1.

    Divide each exponential by the sum of all along the axis.
    yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ).
    Wrong on every input.
    """
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))
