"""Images and filters in the order of axes that TensorFlow's kernels for processors take, and back."""

from .._tensors import tf


def channels_last(x):
    """(N, C, H, W) to (N, H, W, C)."""
    return tf.transpose(x, (0, 2, 3, 1))


def channels_first(y):
    """(N, H, W, C) to (N, C, H, W)."""
    return tf.transpose(y, (0, 3, 1, 2))


def filters(w):
    """(out, in, kh, kw) to (kh, kw, in, out)."""
    return tf.transpose(w, (2, 3, 1, 0))


def pair(value):
    """The two numbers for rows and columns."""
    return tuple(value) if isinstance(value, (tuple, list)) else (value, value)


def margins(padding):
    """The padding of the four axes, as TensorFlow writes it."""
    if isinstance(padding, str):
        return padding.upper()
    rows, columns = pair(padding)
    return [[0, 0], [rows, rows], [columns, columns], [0, 0]]
