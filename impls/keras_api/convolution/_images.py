"""Images and filters in the order of axes that Keras takes on TensorFlow for processors, and back."""

from .._tensors import keras


def channels_last(x):
    """(N, C, H, W) to (N, H, W, C)."""
    return keras.ops.transpose(x, (0, 2, 3, 1))


def channels_first(y):
    """(N, H, W, C) to (N, C, H, W)."""
    return keras.ops.transpose(y, (0, 3, 1, 2))


def filters(w):
    """(out, in, kh, kw) to (kh, kw, in, out)."""
    return w.transpose(2, 3, 1, 0)


def weights(filters):
    """(kh, kw, in, out) to (out, in, kh, kw)."""
    return filters.transpose(3, 2, 0, 1)


def pair(value):
    """The two numbers for rows and columns."""
    return tuple(value) if isinstance(value, (tuple, list)) else (value, value)


def padded(x, padding):
    """Images with margins of zeros."""
    layer = keras.layers.ZeroPadding2D(pair(padding), data_format="channels_last", dtype=x.dtype)
    return layer(x) if any(pair(padding)) else x
