"""The delta rule: BLAS for the products, compiled loops for the rest."""

import numpy as np
from numba import njit

from ._checks import require_matrix, require_rate, require_shape
from ._kernels import column_sums, plain_memory


def delta_rule_update(w, b, x, target, *, lr):
    """The outputs become errors, and the products new weights, in one pass each and in place."""
    require_matrix(w=w, x=x)
    require_shape("x", x, (x.shape[0], w.shape[0]))
    require_shape("b", b, (w.shape[1],))
    require_shape("target", target, (x.shape[0], w.shape[1]))
    require_rate("lr", lr)
    w, b, x = plain_memory(w), plain_memory(b), plain_memory(x)
    error = x @ w
    _errors(error, b, plain_memory(target))
    moved, biases = np.empty(w.shape, w.dtype), np.empty(b.shape, b.dtype)
    np.matmul(x.T, error, out=moved)
    _step(moved.reshape(-1), w.reshape(-1), w.dtype.type(lr))
    column_sums(error, float(lr), biases)
    biases += b
    return moved, biases


@njit(cache=True, error_model="numpy")
def _errors(y, b, target):
    for n in range(y.shape[0]):
        for m in range(y.shape[1]):
            y[n, m] = target[n, m] - (y[n, m] + b[m])


@njit(cache=True, error_model="numpy")
def _step(moved, w, lr):
    for i in range(w.size):
        moved[i] = w[i] + lr * moved[i]
