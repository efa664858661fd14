"""The dense layer in plain Python."""

import numpy as np

from ._checks import require_choice, require_matrix, require_shape
from ._rows import dot, product, quotient


def dense(x, w, b):
    """One dot product per row and unit; the weights are turned into columns once."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    units = list(zip(w.T.tolist(), b.tolist(), strict=True))
    y = [[dot(row, column) + bias for column, bias in units] for row in x.tolist()]
    return np.array(y, x.dtype).reshape(len(x), len(b))


def dense_backward(dy, x, w, *, batch="sum"):
    """Two products of rows with rows: neither w nor x has to be turned more than once."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("dy", dy, (x.shape[0], w.shape[1]))
    require_choice("batch", batch, ("sum", "mean"))
    count = len(x) if batch == "mean" else 1
    columns = dy.T.tolist()
    dx = product(dy.tolist(), w.tolist())
    dw = [[quotient(value, count) for value in row] for row in product(x.T.tolist(), columns)]
    db = [quotient(sum(column), count) for column in columns]
    return (
        np.array(dx, dy.dtype).reshape(x.shape),
        np.array(dw, dy.dtype).reshape(w.shape),
        np.array(db, dy.dtype),
    )
