"""The convolution of Keras."""

import numpy as np

from .._tensors import array, keras, layer_gradients, offer, ready, tensor
from ._images import channels_first, channels_last, filters, padded, pair, weights


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """keras.layers.Conv2D, behind ZeroPadding2D for the paddings it has not; "same" puts the odd cell at the end."""
    return array(_Convolution(x, w, b, stride, padding, dilation, groups, same_pad)(tensor(x)))


def conv2d_backward(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """keras.layers.Conv2D through the tape, which sums over the images."""
    offer("batch", batch, "sum")
    b = np.zeros(w.shape[0], w.dtype)
    convolution = _Convolution(x, w, b, stride, padding, dilation, groups, same_pad)
    dx, dw, db = layer_gradients(convolution, dy, x)
    return dx, weights(dw), db


def declines(*, primitive, stride, dilation, groups, **arguments):
    """Keras strides or dilates, never both; TensorFlow's kernels for processors lack two gradients."""
    dilated = pair(dilation) != (1, 1)
    if dilated and pair(stride) != (1, 1):
        return "`strides > 1` not supported in conjunction with `dilation_rate > 1`"
    if primitive == "conv2d_backward" and groups > 1:
        return "Gradients for grouped convolutions are not supported on CPU"
    if primitive == "conv2d_backward" and dilated:
        return "Current CPU implementations do not yet support dilation rates larger than 1"
    return None


class _Convolution:
    """The layer with its margins, over images whose channels come first."""

    def __init__(self, x, w, b, stride, padding, dilation, groups, same_pad):
        offer("same_pad", same_pad, "end")
        if x.shape[1] != w.shape[1] * groups:
            raise ValueError(f"x must have {w.shape[1] * groups} channels for {groups} groups, got {x.shape[1]}")
        self.margin, name = (0, padding) if isinstance(padding, str) else (padding, "valid")
        options = dict(dilation_rate=pair(dilation), groups=groups, dtype=x.dtype.name, data_format="channels_last")
        layer = keras.layers.Conv2D(w.shape[0], w.shape[2:], pair(stride), name, **options)
        self.layer = ready(layer, np.moveaxis(x, 1, -1), filters(w), b)
        self.trainable_variables = self.layer.trainable_variables

    def __call__(self, x):
        return channels_first(self.layer(padded(channels_last(x), self.margin)))
