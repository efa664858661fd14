"""The average pooling of Keras."""

from .._tensors import array, gradient, keras, offer, tensor
from ..convolution._images import channels_first, channels_last, padded, pair


def avg_pool2d(x, *, kernel, stride=None, padding=0, divisor="window"):
    """keras.layers.AveragePooling2D behind ZeroPadding2D, whose margins are therefore counted."""
    return array(_pooling(x, kernel, stride, padding, divisor)(tensor(x)))


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """keras.layers.AveragePooling2D through the tape."""
    return gradient(_pooling(x, kernel, stride, padding, divisor), dy, x)


def _pooling(x, kernel, stride, padding, divisor):
    offer("divisor", divisor, "window")
    strides = None if stride is None else pair(stride)
    layer = keras.layers.AveragePooling2D(pair(kernel), strides, data_format="channels_last", dtype=x.dtype.name)
    return lambda x: channels_first(layer(padded(channels_last(x), padding)))
