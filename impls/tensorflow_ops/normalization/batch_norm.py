"""Batch normalization with TensorFlow."""

import numpy as np

from .._tensors import decline_double, gradients, offer, tf
from ..convolution._images import channels_first, channels_last


def batch_norm(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="unbiased", axes="channel",
    momentum_of="old",
):  # fmt: skip
    """tf.raw_ops.FusedBatchNormV3 in training; its `exponential_avg_factor` is the weight of the new value."""
    offer("running", running, "unbiased")
    offer("axes", axes, "channel")
    offer("momentum_of", momentum_of, "old", "new")
    _require_statistics(x, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    y, mean, variance, *_ = tf.raw_ops.FusedBatchNormV3(
        x=_images(tf.constant(x)), scale=gamma, offset=beta, mean=running_mean, variance=running_var, epsilon=eps,
        exponential_avg_factor=1 - momentum if momentum_of == "old" else momentum, is_training=True,
    )  # fmt: skip
    return tf.reshape(channels_first(y), x.shape).numpy(), mean.numpy(), variance.numpy()


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """tf.nn.batch_normalization."""
    rows, shape = _rows(x, axes)
    statistics = (tf.reshape(array, shape) for array in (running_mean, running_var, beta, gamma))
    return tf.reshape(tf.nn.batch_normalization(tf.reshape(x, rows), *statistics, eps), x.shape).numpy()


def batch_norm_backward(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """tf.nn.batch_normalization with the statistics of tf.nn.moments, through the tape."""
    rows, shape = _rows(x, axes)

    def layer(x, gamma, beta):
        x = tf.reshape(x, rows)
        over = [axis for axis in range(len(rows)) if shape[axis] == 1 and axis != 1]
        mean, variance = tf.nn.moments(x, over, keepdims=True)
        return tf.reshape(
            tf.nn.batch_normalization(x, mean, variance, tf.reshape(beta, shape), tf.reshape(gamma, shape), eps),
            dy.shape,
        )

    return gradients(layer, dy, x, gamma, np.zeros_like(gamma))


def declines(*, primitive, x, **arguments):
    """TensorFlow's fused kernel has no double precision."""
    return decline_double(x) if primitive == "batch_norm" else None


def _images(x):
    return channels_last(x if x.ndim == 4 else tf.reshape(x, (*x.shape, 1, 1)))


def _rows(x, axes):
    """The shape to normalize x in, whose axis 1 is the one with parameters of its own, and theirs."""
    offer("axes", axes, "channel", "feature")
    rows = (x.shape[0], int(np.prod(x.shape[1:]))) if axes == "feature" else x.shape
    return rows, (1, rows[1], *(1 for _ in rows[2:]))


def _require_statistics(x, **arrays):
    for name, array in arrays.items():
        if array.shape != x.shape[1:2]:
            raise ValueError(f"{name} must have shape {x.shape[1:2]}, got {array.shape}")
