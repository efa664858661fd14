"""The sum of windows of TensorFlow."""

import numpy as np

from .._tensors import gradient
from ._images import pair
from .im2col import windows


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """tf.image.extract_patches through the tape, which adds every window where it came from."""
    images = np.zeros(x_shape, cols.dtype)
    return gradient(lambda x: windows(x, pair(kernel), pair(stride), padding), cols, images)


def declines(*, primitive, cols, **arguments):
    """TensorFlow's gradient needs an image."""
    return "data.shape does not start with segment_ids.shape, for no images" if cols.size == 0 else None
