"""Batch normalization with Keras."""

import numpy as np

from .._tensors import array, keras, layer_gradients, offer, ready, tensor


def batch_norm(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel",
    momentum_of="old",
):  # fmt: skip
    """keras.layers.BatchNormalization in training."""
    offer("running", running, "biased")
    offer("momentum_of", momentum_of, "old")
    layer = _layer(x, gamma, beta, running_mean, running_var, axes, momentum, eps)
    y = layer(tensor(x), training=True)
    return array(y), array(layer.moving_mean), array(layer.moving_variance)


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """keras.layers.BatchNormalization in inference."""
    return array(_layer(x, gamma, beta, running_mean, running_var, axes, 0.9, eps)(tensor(x), training=False))


def batch_norm_backward(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """keras.layers.BatchNormalization in training, through the tape."""
    nothing = np.zeros_like(gamma)
    return layer_gradients(_layer(x, gamma, nothing, nothing, nothing, axes, 0.9, eps), dy, x, training=True)


def _layer(x, gamma, beta, mean, variance, axes, momentum, eps):
    offer("axes", axes, "channel")
    layer = keras.layers.BatchNormalization(1, momentum, eps, dtype=x.dtype.name)
    return ready(layer, x, gamma, beta, mean, variance)
