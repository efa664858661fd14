"""Mistakes people make in log_softmax_backward: dx = dy − p · Σ dy along one axis, p = softmax(x)."""

import numpy as np

from ._softmax import shifted, softmax


def jacobian_of_softmax(dy, x, *, axis=-1):
    """You used the Jacobian of softmax, without that of the logarithm.

    The logarithm divides by p, and p drops out of the first term.
    dx = dy − p · Σ dy, not p · (dy − Σ dy·p).
    """
    p = softmax(x, axis)
    return p * (dy - np.sum(dy * p, axis=axis, keepdims=True))


def one_hot_assumed(dy, x, *, axis=-1):
    """You wrote dy − p: that is right only where dy sums to 1, as a one-hot target does.

    Multiply the probabilities by the sum of dy along the axis.
    dx = dy − p · Σ dy.
    """
    return dy - softmax(x, axis)


def output_taken_for_probability(dy, x, *, axis=-1):
    """You multiplied Σ dy by the output y, which is the logarithm of the probability.

    Take its exponential first.
    dx = dy − exp(y) · Σ dy.
    """
    z = shifted(x, axis)
    y = z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))
    with np.errstate(invalid="ignore"):
        return dy - y * np.sum(dy, axis=axis, keepdims=True)


def weighted_sum(dy, x, *, axis=-1):
    """You subtracted Σ dy·p, the projection of softmax, where the logarithm's is p · Σ dy.

    Sum dy alone, and weight the result.
    dx = dy − p · Σ dy.
    """
    p = softmax(x, axis)
    return dy - np.sum(dy * p, axis=axis, keepdims=True)


def uniform_share(dy, x, *, axis=-1):
    """You subtracted the mean of dy, as if all probabilities were equal.

    Weight the sum by the probabilities.
    dx = dy − p · Σ dy.
    """
    return dy - np.sum(dy, axis=axis, keepdims=True) / max(dy.shape[axis], 1) + 0 * softmax(x, axis)


def share_added(dy, x, *, axis=-1):
    """You added p · Σ dy where it has to be subtracted.

    Raising a score lowers the logarithms of all the other probabilities.
    dx = dy − p · Σ dy.
    """
    return dy + softmax(x, axis) * np.sum(dy, axis=axis, keepdims=True)


def sums_whole_array(dy, x, *, axis=-1):
    """You summed dy over the whole array, so the rows of a batch leak into each other.

    Sum along the axis and keep it: np.sum(dy, axis=axis, keepdims=True).
    dxᵢⱼ = dyᵢⱼ − pᵢⱼ · Σⱼ dyᵢⱼ.
    """
    return dy - softmax(x, axis) * np.sum(dy)


def ignores_axis(dy, x, *, axis=-1):
    """You always worked along the last axis, whatever `axis` said.

    Pass the axis on to the softmax and to the sum.
    dx = dy − p · Σ dy, the sum along `axis`.
    """
    return dy - softmax(x, -1) * np.sum(dy, axis=-1, keepdims=True)


def no_shift(dy, x, *, axis=-1):
    """You rebuilt p from exp(x) as it is: large scores overflow and the gradient is NaN.

    Subtract the maximum along the axis first.
    p = exp(x − max x) / Σ exp(x − max x).
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x)
        p = exponentials / np.sum(exponentials, axis=axis, keepdims=True)
        return dy - p * np.sum(dy, axis=axis, keepdims=True)


def overwrites_upstream(dy, x, *, axis=-1):
    """You wrote dy -= p · Σ dy, which spoils the caller's gradient for every other path that uses it.

    Write the difference into a new array.
    dx = dy − p · Σ dy, with dy left as it was.
    """
    dy -= softmax(x, axis) * np.sum(dy, axis=axis, keepdims=True)
    return dy
