"""The transposed convolution of Keras."""

import numpy as np

from .._tensors import array, keras, layer_gradients, ready, tensor
from ._images import channels_first, channels_last, filters, pair, weights


def conv_transpose2d(x, w, b, *, stride=1, padding=0, output_padding=0):
    """keras.layers.Conv2DTranspose; "same" is a padding of half the kernel, now that the output's is said."""
    return array(_Convolution(x, w, b, stride, padding, output_padding)(tensor(x)))


def conv_transpose2d_backward(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """keras.layers.Conv2DTranspose through the tape."""
    b = np.zeros(w.shape[1], w.dtype)
    dx, dw, db = layer_gradients(_Convolution(x, w, b, stride, padding, output_padding), dy, x)
    return dx, weights(dw), db


def declines(*, primitive, w, padding, output_padding, **arguments):
    """Keras knows two paddings by name."""
    return None if _name(w, padding, output_padding) else "Keras has no padding other than valid and same"


def _name(w, padding, output_padding):
    """What Keras calls a padding; "same" is half of an odd kernel, and is laid elsewhere when the output grows."""
    kernel = w.shape[2:]
    if pair(padding) == (0, 0):
        return "valid"
    halves = all(k == 2 * p + 1 for k, p in zip(kernel, pair(padding), strict=True))
    return "same" if halves and pair(output_padding) == (0, 0) else None


class _Convolution:
    """The layer over images whose channels come first."""

    def __init__(self, x, w, b, stride, padding, output_padding):
        name = _name(w, padding, output_padding)
        if name is None:
            raise ValueError(f"padding must be 0 or half the kernel, got {padding}")
        options = dict(output_padding=pair(output_padding), dtype=x.dtype.name, data_format="channels_last")
        layer = keras.layers.Conv2DTranspose(w.shape[1], w.shape[2:], pair(stride), name, **options)
        self.layer = ready(layer, np.moveaxis(x, 1, -1), filters(w), b)
        self.trainable_variables = self.layer.trainable_variables

    def __call__(self, x):
        return channels_first(self.layer(channels_last(x)))
