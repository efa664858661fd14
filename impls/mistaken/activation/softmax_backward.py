"""Mistakes people make in softmax_backward: dx = y · (dy − Σ dy · y) along one axis, y = softmax(x)."""

import numpy as np


def diagonal_only(dy, x, *, axis=-1):
    """You used only the diagonal of the Jacobian, y(1 − y), as for the sigmoid.

    Each score also pushes all the other outputs down: subtract Σ dy·y along the axis.
    ∂yᵢ/∂xⱼ = yᵢ(δᵢⱼ − yⱼ), hence dx = y · (dy − Σ dy·y).
    """
    y = _softmax(x, axis)
    return dy * y * (1 - y)


def no_projection(dy, x, *, axis=-1):
    """You multiplied dy by y and left out the sum, the part of the Jacobian that keeps Σ y = 1.

    Subtract Σ dy·y along the axis before multiplying by y.
    dx = y · (dy − Σ dy·y).
    """
    return dy * _softmax(x, axis)


def projection_added(dy, x, *, axis=-1):
    """You added Σ dy·y where it has to be subtracted.

    The off-diagonal of the Jacobian is −yᵢyⱼ.
    dx = y · (dy − Σ dy·y).
    """
    y = _softmax(x, axis)
    return y * (dy + np.sum(dy * y, axis=axis, keepdims=True))


def unweighted_sum(dy, x, *, axis=-1):
    """You subtracted Σ dy, the plain sum of the gradients, without weighting it by y.

    Weight each gradient by its probability: Σ dy·y.
    dx = y · (dy − Σ dy·y).
    """
    return _softmax(x, axis) * (dy - np.sum(dy, axis=axis, keepdims=True))


def mean_for_sum(dy, x, *, axis=-1):
    """You subtracted the mean of dy·y instead of its sum; y already carries the weights.

    Use the sum along the axis.
    dx = y · (dy − Σ dy·y).
    """
    y = _softmax(x, axis)
    return y * (dy - np.mean(dy * y, axis=axis, keepdims=True))


def sums_whole_array(dy, x, *, axis=-1):
    """You summed dy·y over the whole array, so the rows of a batch leak into each other.

    Sum along the axis and keep it: np.sum(dy * y, axis=axis, keepdims=True).
    dxᵢⱼ = yᵢⱼ · (dyᵢⱼ − Σⱼ dyᵢⱼ·yᵢⱼ).
    """
    y = _softmax(x, axis)
    return y * (dy - np.sum(dy * y))


def ignores_axis(dy, x, *, axis=-1):
    """You always worked along the last axis, whatever `axis` said.

    Pass the axis on to the softmax and to the sum.
    dx = y · (dy − Σ dy·y), the sum along `axis`.
    """
    y = _softmax(x, -1)
    return y * (dy - np.sum(dy * y, axis=-1, keepdims=True))


def input_taken_for_output(dy, x, *, axis=-1):
    """You put the scores x where the probabilities y belong.

    Compute y = softmax(x) first; the formula is written in terms of the output.
    dx = y · (dy − Σ dy·y), not x · (dy − Σ dy·x).
    Wrong on every input.
    """
    return x * (dy - np.sum(dy * x, axis=axis, keepdims=True))


def cross_entropy_shortcut(dy, x, *, axis=-1):
    """You returned y − dy: the gradient of softmax and cross-entropy together, with dy taken for the one-hot target.

    Softmax alone gets the gradient of the loss with respect to y, and has to apply its own Jacobian.
    dx = y · (dy − Σ dy·y).
    Wrong on every input.
    """
    return _softmax(x, axis) - dy


def averaged_over_rows(dy, x, *, axis=-1):
    """You divided by the number of rows; the mean over the batch belongs to the loss and is in dy already.

    Leave the scale of dy alone.
    dx = y · (dy − Σ dy·y).
    """
    y = _softmax(x, axis)
    return y * (dy - np.sum(dy * y, axis=axis, keepdims=True)) / max(len(x), 1)


def sum_without_keepdims(dy, x, *, axis=-1):
    """You summed without keepdims: NumPy lines the sums up with the last axis, so row i gets row j's sum.

    Write np.sum(dy * y, axis=axis, keepdims=True); for a batch that is not square your version does not even run.
    dxᵢⱼ = yᵢⱼ · (dyᵢⱼ − Σⱼ dyᵢⱼ·yᵢⱼ).
    """
    y = _softmax(x, axis)
    return y * (dy - np.sum(dy * y, axis=axis))


def overwrites_upstream(dy, x, *, axis=-1):
    """You wrote dy -= Σ dy·y, which spoils the caller's gradient for every other path that uses it.

    Write dy − Σ dy·y into a new array.
    dx = y · (dy − Σ dy·y), with dy left as it was.
    """
    y = _softmax(x, axis)
    dy -= np.sum(dy * y, axis=axis, keepdims=True)
    return y * dy


def shifted_by_global_maximum(dy, x, *, axis=-1):
    """You rebuilt y below the maximum of the whole array: a row far below it underflows to 0/0 = NaN.

    Subtract each row's own maximum: np.max(x, axis=axis, keepdims=True).
    y = exp(x − max x) / Σ exp(x − max x), the maximum along the axis.
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x - np.max(x, initial=-np.inf))
        y = exponentials / np.sum(exponentials, axis=axis, keepdims=True)
        return y * (dy - np.sum(dy * y, axis=axis, keepdims=True))


def no_shift(dy, x, *, axis=-1):
    """You rebuilt y from exp(x) as it is: large scores overflow and the gradient is NaN.

    Subtract the maximum along the axis first.
    y = exp(x − max x) / Σ exp(x − max x).
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x)
        y = exponentials / np.sum(exponentials, axis=axis, keepdims=True)
        return y * (dy - np.sum(dy * y, axis=axis, keepdims=True))


def _softmax(x, axis):
    exponentials = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=-np.inf))
    return exponentials / np.sum(exponentials, axis=axis, keepdims=True)
