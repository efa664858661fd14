"""The parametric rectified linear unit of Keras."""

from .._tensors import array, keras, layer_gradients, ready


def prelu(x, slope):
    """keras.layers.PReLU."""
    return array(_layer(x, slope)(x))


def prelu_backward(dy, x, slope):
    """keras.layers.PReLU through the tape."""
    dx, dslope = layer_gradients(_layer(x, slope), dy, x)
    return dx, dslope.reshape(slope.shape)


def _layer(x, slope):
    """The layer with one slope for all, or one for every channel, which are the axis after the batch."""
    shared = range(1 if slope.size == 1 else 2, x.ndim)
    layer = keras.layers.PReLU(shared_axes=list(shared) or None, dtype=x.dtype.name)
    return ready(layer, x, slope.reshape((-1, *(1 for _ in x.shape[2:])) if x.ndim > 1 else ()))
