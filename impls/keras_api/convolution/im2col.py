"""The windows of Keras, which lie in columns, an image at a time."""

import numpy as np

from .._tensors import array, keras, tensor


def im2col(x, *, kernel, stride=1, padding=0):
    """keras.ops.unfold, turned around: it returns (N, C·kh·kw, H'·W')."""
    seen = array(keras.ops.unfold(tensor(x), kernel, padding=padding, stride=stride)).transpose(0, 2, 1)
    return np.ascontiguousarray(seen.reshape(seen.shape[0] * seen.shape[1], seen.shape[2]))
