"""The average pooling of TensorFlow."""

from .._tensors import gradient, offer, tf
from ._windows import channels_first, channels_last, margins, pair, steps


def avg_pool2d(x, *, kernel, stride=None, padding=0, divisor="window"):
    """tf.nn.avg_pool2d of the images with their margins, which are therefore counted."""
    return _pooling(kernel, stride, padding, divisor)(tf.constant(x)).numpy()


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """tf.nn.avg_pool2d through the tape."""
    return gradient(_pooling(kernel, stride, padding, divisor), dy, x)


def _pooling(kernel, stride, padding, divisor):
    offer("divisor", divisor, "window")
    return lambda x: channels_first(
        tf.nn.avg_pool2d(tf.pad(channels_last(x), margins(padding)), pair(kernel), steps(kernel, stride), "VALID")
    )
