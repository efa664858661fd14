"""The root mean square normalization of Keras."""

from .._tensors import array, keras, layer_gradients, ready, tensor


def rms_norm(x, gamma, *, eps=1e-5):
    """keras.layers.RMSNormalization."""
    return array(_layer(x, gamma, eps)(tensor(x)))


def rms_norm_backward(dy, x, gamma, *, eps=1e-5):
    """keras.layers.RMSNormalization through the tape."""
    return layer_gradients(_layer(x, gamma, eps), dy, x)


def _layer(x, gamma, eps):
    return ready(keras.layers.RMSNormalization(epsilon=eps, dtype=x.dtype.name), x, gamma)
