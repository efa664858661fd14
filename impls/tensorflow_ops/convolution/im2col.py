"""The windows of TensorFlow, whose channels come last."""

from .._tensors import tf
from ._images import channels_last, margins, pair


def im2col(x, *, kernel, stride=1, padding=0):
    """tf.image.extract_patches of the padded images."""
    return windows(tf.constant(x), pair(kernel), pair(stride), padding).numpy()


def windows(x, kernel, stride, padding):
    """Every window of every image, a row each, in the order of (C, kh, kw)."""
    padded = tf.pad(channels_last(x), margins(padding))
    patches = tf.image.extract_patches(padded, (1, *kernel, 1), (1, *stride, 1), (1, 1, 1, 1), "VALID")
    rows = tf.math.reduce_prod(patches.shape[:3])
    taps = tf.reshape(patches, (rows, *kernel, x.shape[1]))
    return tf.reshape(tf.transpose(taps, (0, 3, 1, 2)), (rows, kernel[0] * kernel[1] * x.shape[1]))
