"""The dense layer in NumPy."""

import numpy as np

from ._checks import require_choice, require_matrix, require_shape


def dense(x, w, b):
    """One product by BLAS, and the bias added in place."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    y = x @ w
    y += b
    return y


def dense_backward(dy, x, w, *, batch="sum"):
    """Two products by BLAS, which reads transposed matrices without a copy."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("dy", dy, (x.shape[0], w.shape[1]))
    require_choice("batch", batch, ("sum", "mean"))
    dw, db = x.T @ dy, dy.sum(axis=0)
    if batch == "mean":
        with np.errstate(invalid="ignore"):  # the mean over no rows is NaN
            dw /= len(x)
            db /= len(x)
    return dy @ w.T, dw, db
