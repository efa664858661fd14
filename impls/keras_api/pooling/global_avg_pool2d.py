"""The global average pooling of Keras."""

from .._tensors import array, gradient, keras, tensor


def global_avg_pool2d(x):
    """keras.layers.GlobalAveragePooling2D."""
    return array(_layer(x)(tensor(x)))


def global_avg_pool2d_backward(dy, x):
    """keras.layers.GlobalAveragePooling2D through the tape."""
    return gradient(_layer(x), dy, x)


def _layer(x):
    return keras.layers.GlobalAveragePooling2D(data_format="channels_first", dtype=x.dtype.name)
