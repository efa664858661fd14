"""A residual block around compiled convolutions."""

import numpy as np
from numba import njit

from ._blocks import rectify, require_block
from ._windows import plain_memory, require_shape
from .conv2d import conv2d, conv2d_backward


def residual_block(x, w1, b1, w2, b2):
    """Sum and relu are one pass over what the second convolution returns."""
    require_block(x, w1, b1, w2, b2)
    x = plain_memory(x)
    inner = conv2d(x, w1, b1, padding=1)
    rectify(inner.reshape(-1))
    y = conv2d(inner, w2, b2, padding=1)
    _add_and_rectify(y.reshape(-1), x.reshape(-1))
    return y


def residual_block_backward(dy, x, w1, b1, w2, b2):
    """The forward pass again, for its signs; each relu is one pass in place."""
    require_block(x, w1, b1, w2, b2)
    require_shape("dy", dy, x.shape)
    x = plain_memory(x)
    inner = conv2d(x, w1, b1, padding=1)
    rectify(inner.reshape(-1))
    total = conv2d(inner, w2, b2, padding=1)
    dtotal = np.array(dy, order="C")
    _pass_where_positive(total.reshape(-1), x.reshape(-1), dtotal.reshape(-1))
    dinner, dw2, db2 = conv2d_backward(dtotal, inner, w2, padding=1)
    _keep_where_positive(inner.reshape(-1), dinner.reshape(-1))
    dx, dw1, db1 = conv2d_backward(dinner, x, w1, padding=1)
    _add(dx.reshape(-1), dtotal.reshape(-1))
    return dx, dw1, db1, dw2, db2


@njit(cache=True, error_model="numpy")
def _add_and_rectify(values, x):
    for i in range(values.size):
        total = values[i] + x[i]
        values[i] = total if not total <= 0 else 0


@njit(cache=True, error_model="numpy")
def _pass_where_positive(values, x, gradient):
    for i in range(values.size):
        gradient[i] = gradient[i] if values[i] + x[i] > 0 else 0


@njit(cache=True, error_model="numpy")
def _keep_where_positive(values, gradient):
    for i in range(values.size):
        gradient[i] = gradient[i] if values[i] > 0 else 0


@njit(cache=True, error_model="numpy")
def _add(values, more):
    for i in range(values.size):
        values[i] += more[i]
