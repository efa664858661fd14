"""Mistakes people make in dense_backward: dx = dy wᵀ, dw = xᵀ dy, db = Σ dy over the rows."""

import numpy as np


def _averaged(gradient, dy, batch):
    return gradient / max(len(dy), 1) if batch == "mean" else gradient


def weights_not_transposed(dy, x, w, *, batch="sum"):
    """You multiplied dy with w as it is.

    Going back, each unit's gradient is spread over its inputs: multiply with the transpose. Unless w is square, your
    version does not even run.
    dx = dy wᵀ.
    """
    return dy @ w, _averaged(x.T @ dy, dy, batch), _averaged(np.sum(dy, axis=0), dy, batch)


def weight_gradient_transposed(dy, x, w, *, batch="sum"):
    """You returned the weights' gradient as (out, in).

    It has the shape of the weights, (in, out).
    dw = xᵀ dy, not dyᵀ x.
    """
    return dy @ w.T, _averaged(dy.T @ x, dy, batch), _averaged(np.sum(dy, axis=0), dy, batch)


def bias_gradient_averaged(dy, x, w):
    """You averaged db over the rows, but summed dw.

    Sum both: the mean over the batch belongs to the loss and is in dy already.
    db = Σ dy.
    """
    return dy @ w.T, x.T @ dy, np.sum(dy, axis=0) / max(len(dy), 1)


def weight_gradient_averaged(dy, x, w):
    """You averaged dw over the rows, but summed db.

    Sum both: the mean over the batch belongs to the loss and is in dy already.
    dw = xᵀ dy.
    """
    return dy @ w.T, x.T @ dy / max(len(dy), 1), np.sum(dy, axis=0)


def input_gradient_averaged(dy, x, w):
    """You divided all three gradients by the number of rows, dx too.

    Each row's dx is its own: nothing was added up over the batch that could be averaged.
    dx = dy wᵀ.
    """
    rows = max(len(dy), 1)
    return dy @ w.T / rows, x.T @ dy / rows, np.sum(dy, axis=0) / rows


def bias_gradient_over_units(dy, x, w, *, batch="sum"):
    """You summed dy over the units, which leaves one number per example.

    Sum over the rows: each unit has one bias that serves all examples.
    dbⱼ = Σᵢ dyᵢⱼ.
    """
    return dy @ w.T, _averaged(x.T @ dy, dy, batch), _averaged(np.sum(dy, axis=1), dy, batch)


def bias_gradient_kept_as_row(dy, x, w):
    """You summed with keepdims, so db is (1, M), and the bias turns into a matrix at the first update.

    Sum without keepdims: db has the shape of b.
    db = Σ dy, of shape (M,).
    Wrong on every input.
    """
    return dy @ w.T, x.T @ dy, np.sum(dy, axis=0, keepdims=True)


def first_row_only(dy, x, w, *, batch="sum"):
    """You took the bias's gradient from the first row only.

    Every row has used the bias: sum over all of them.
    db = Σ dy.
    """
    return dy @ w.T, _averaged(x.T @ dy, dy, batch), _averaged(dy[0] + 0, dy, batch)


def masked_by_the_input(dy, x, w, *, batch="sum"):
    """You set dx to 0 where x is not positive.

    That mask belongs to the backward pass of the relu that made x.
    dx = dy wᵀ.
    """
    return np.where(x > 0, dy @ w.T, 0), _averaged(x.T @ dy, dy, batch), _averaged(np.sum(dy, axis=0), dy, batch)


def gradients_exchanged(dy, x, w):
    """You returned dw before dx.

    Return them in the order of the inputs: dx, dw, db.
    dx = dy wᵀ has the shape of x, dw = xᵀ dy that of w.
    """
    return x.T @ dy, dy @ w.T, np.sum(dy, axis=0)
