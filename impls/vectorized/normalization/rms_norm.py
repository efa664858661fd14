"""Root mean square normalization with NumPy."""

import numpy as np

from ._groups import along_last_axis
from ._layout import check, check_gradient
from ._sums import dot


def rms_norm(x, gamma, *, eps=1e-5):
    """Squares are summed without an array of them; one array is scaled, and becomes the result."""
    length = along_last_axis(x)[2]
    check(length, eps, gamma=gamma)
    y = x * _inverse(x, eps)
    y *= gamma
    return y


def rms_norm_backward(dy, x, gamma, *, eps=1e-5):
    """Sums of products without arrays of them; two arrays, one of which becomes the gradient."""
    rows, _, length, _ = along_last_axis(x)
    check_gradient(dy, x)
    check(length, eps, gamma=gamma)
    inverse = _inverse(x, eps)
    normalized = x * inverse
    dgamma = dot(dy.reshape(rows, length, 1), normalized.reshape(rows, length, 1))
    dx = dy * gamma
    normalized *= (np.vecdot(dx, normalized) / length)[..., None]
    dx -= normalized
    dx *= inverse
    return dx, dgamma.astype(dy.dtype)


def _inverse(x, eps):
    square = np.vecdot(x, x) / x.shape[-1]
    return 1 / np.sqrt(square + square.dtype.type(eps))[..., None]
