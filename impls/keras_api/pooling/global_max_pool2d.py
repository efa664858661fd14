"""The global max pooling of Keras."""

from .._tensors import array, gradient, keras, offer, tensor


def global_max_pool2d(x):
    """keras.layers.GlobalMaxPooling2D."""
    return array(_layer(x)(tensor(x)))


def global_max_pool2d_backward(dy, x, *, ties="split"):
    """keras.layers.GlobalMaxPooling2D through the tape, which splits between equal maxima on TensorFlow."""
    offer("ties", ties, "split")
    return gradient(_layer(x), dy, x)


def _layer(x):
    return keras.layers.GlobalMaxPooling2D(data_format="channels_first", dtype=x.dtype.name)


def declines(*, primitive, x, **arguments):
    """TensorFlow's tf.reduce_max, as Keras calls it, wants an element."""
    return "Cannot compute the max of an empty tensor" if x.size == 0 else None
