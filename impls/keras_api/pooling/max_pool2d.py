"""The max pooling of Keras."""

from .._tensors import array, gradient, keras, offer, tensor
from ..convolution._images import channels_first, channels_last, pair


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """keras.layers.MaxPooling2D."""
    return array(_pooling(x, kernel, stride, padding)(tensor(x)))


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """keras.layers.MaxPooling2D through the tape, which follows the first maximum on TensorFlow."""
    offer("ties", ties, "first")
    return gradient(_pooling(x, kernel, stride, padding), dy, x)


def declines(*, primitive, padding, **arguments):
    """Keras knows two paddings by name, and of these no numbers."""
    return "Keras has no padding other than valid and same" if pair(padding) != (0, 0) else None


def _pooling(x, kernel, stride, padding):
    if pair(padding) != (0, 0):
        raise ValueError(f"padding must be 0, got {padding}")
    strides = None if stride is None else pair(stride)
    layer = keras.layers.MaxPooling2D(pair(kernel), strides, data_format="channels_last", dtype=x.dtype.name)
    return lambda x: channels_first(layer(channels_last(x)))
