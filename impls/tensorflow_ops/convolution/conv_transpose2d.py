"""The transposed convolution of TensorFlow."""

import numpy as np

from .._tensors import gradients, tf
from ._images import channels_first, channels_last, filters, margins, pair


def conv_transpose2d(x, w, b, *, stride=1, padding=0, output_padding=0):
    """tf.nn.conv2d_transpose and tf.nn.bias_add."""
    layer = _layer(x, w, stride, padding, output_padding)
    return layer(tf.constant(x), tf.constant(w), tf.constant(b)).numpy()


def conv_transpose2d_backward(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """tf.nn.conv2d_transpose through the tape."""
    return gradients(_layer(x, w, stride, padding, output_padding), dy, x, w, np.zeros(w.shape[1], w.dtype))


def _layer(x, w, stride, padding, output_padding):
    sizes = zip(x.shape[2:], w.shape[2:], pair(stride), pair(padding), pair(output_padding), strict=True)
    height, width = ((n - 1) * s - 2 * p + k + extra for n, k, s, p, extra in sizes)
    shape = (x.shape[0], height, width, w.shape[1])

    def layer(x, w, b):
        y = tf.nn.conv2d_transpose(channels_last(x), filters(w), shape, pair(stride), margins(padding))
        return channels_first(tf.nn.bias_add(y, b))

    return layer
