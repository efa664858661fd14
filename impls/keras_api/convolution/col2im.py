"""The sum of windows of Keras, which lie in columns, an image at a time."""

from .._tensors import array, keras, tensor


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """keras.ops.fold of the windows turned around: it takes (N, C·kh·kw, H'·W')."""
    positions = cols.shape[0] // max(x_shape[0], 1)
    windows = cols.reshape(x_shape[0], positions, cols.shape[1]).transpose(0, 2, 1)
    return array(keras.ops.fold(tensor(windows), x_shape[2:], kernel, padding=padding, stride=stride))
