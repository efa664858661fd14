"""The convolution of TensorFlow."""

import numpy as np

from .._tensors import gradients, offer, tf
from ._images import channels_first, channels_last, filters, margins, pair


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """tf.nn.conv2d and tf.nn.bias_add; "same" puts the odd cell at the end."""
    layer = _layer(x, w, stride, padding, dilation, groups, same_pad)
    return layer(tf.constant(x), tf.constant(w), tf.constant(b)).numpy()


def conv2d_backward(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """tf.nn.conv2d through the tape, which sums over the images."""
    offer("batch", batch, "sum")
    layer = _layer(x, w, stride, padding, dilation, groups, same_pad)
    return gradients(layer, dy, x, w, np.zeros(w.shape[0], w.dtype))


def declines(*, primitive, dilation, groups, **arguments):
    """TensorFlow's kernels for processors lack two gradients, except for the sizes that oneDNN takes over."""
    if primitive != "conv2d_backward":
        return None
    if groups > 1:
        return "Gradients for grouped convolutions are not supported on CPU"
    if pair(dilation) != (1, 1):
        return "Current CPU implementations do not yet support dilation rates larger than 1"
    return None


def _layer(x, w, stride, padding, dilation, groups, same_pad):
    offer("same_pad", same_pad, "end")
    if x.shape[1] != w.shape[1] * groups:
        raise ValueError(f"x must have {w.shape[1] * groups} channels for {groups} groups, got {x.shape[1]}")

    def layer(x, w, b):
        y = tf.nn.conv2d(channels_last(x), filters(w), pair(stride), margins(padding), dilations=pair(dilation))
        return channels_first(tf.nn.bias_add(y, b))

    return layer
