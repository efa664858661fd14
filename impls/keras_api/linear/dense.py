"""The dense layer of Keras."""

import numpy as np

from .._tensors import array, keras, layer_gradients, offer, ready


def dense(x, w, b):
    """keras.layers.Dense."""
    return array(_layer(x, w, b)(x))


def dense_backward(dy, x, w, *, batch="sum"):
    """keras.layers.Dense through the tape, which sums over the rows."""
    offer("batch", batch, "sum")
    return layer_gradients(_layer(x, w, np.zeros(w.shape[1], w.dtype)), dy, x)


def _layer(x, w, b):
    if x.ndim != 2:
        raise ValueError(f"x must be (N, D), got {x.shape}")
    return ready(keras.layers.Dense(w.shape[1], dtype=x.dtype.name), x, w, b)
