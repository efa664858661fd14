"""The max pooling of TensorFlow."""

from .._tensors import gradient, offer, tf
from ._windows import channels_first, channels_last, margins, pair, steps


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """tf.nn.max_pool2d."""
    return _pooling(kernel, stride, padding)(tf.constant(x)).numpy()


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """tf.nn.max_pool2d through the tape, which follows the first maximum."""
    offer("ties", ties, "first")
    return gradient(_pooling(kernel, stride, padding), dy, x)


def _pooling(kernel, stride, padding):
    return lambda x: channels_first(
        tf.nn.max_pool2d(channels_last(x), pair(kernel), steps(kernel, stride), margins(padding))
    )
