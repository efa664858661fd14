"""The dense layer: BLAS for the products, compiled loops for the rest."""

import math

import numpy as np

from ._checks import require_choice, require_matrix, require_shape
from ._kernels import add_row, column_sums, plain_memory, scale


def dense(x, w, b):
    """One product by BLAS, and the bias added row by row in place."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    y = plain_memory(x) @ plain_memory(w)
    add_row(y, plain_memory(b))
    return y


def dense_backward(dy, x, w, *, batch="sum"):
    """Two products by BLAS; the bias's gradient is summed in one pass down the rows."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("dy", dy, (x.shape[0], w.shape[1]))
    require_choice("batch", batch, ("sum", "mean"))
    dy, x, w = plain_memory(dy), plain_memory(x), plain_memory(w)
    dw, db = np.empty(w.shape, dy.dtype), np.empty(w.shape[1], dy.dtype)
    np.matmul(x.T, dy, out=dw)
    factor = 1.0 if batch == "sum" else 1 / len(x) if len(x) else math.nan
    column_sums(dy, factor, db)
    if batch == "mean":
        scale(dw.reshape(-1), dw.dtype.type(factor))
    return dy @ w.T, dw, db
