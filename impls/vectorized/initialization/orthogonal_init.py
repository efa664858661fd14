"""Orthogonal weights with NumPy."""

import numpy as np

from ._shapes import checked, matrix


def orthogonal_init(shape, *, gain=1.0, rng):
    """LAPACK's QR decomposition, whose signs are taken out; scaled in place."""
    shape = checked(shape)
    rows, columns = matrix(shape)
    q, r = np.linalg.qr(rng.standard_normal((max(rows, columns), min(rows, columns))))
    q *= gain * np.sign(np.diagonal(r))
    return np.ascontiguousarray(q if rows >= columns else q.T).reshape(shape)
