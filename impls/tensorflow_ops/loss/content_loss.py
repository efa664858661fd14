"""Half the sum of squares of TensorFlow."""

from .._tensors import loss_gradient, offer, require_same_shape, tf


def content_loss(content, generated, *, scale="half"):
    """tf.nn.l2_loss of the difference."""
    return _loss(content, generated, scale)(tf.constant(generated)).numpy()


def content_loss_backward(content, generated, *, scale="half"):
    """tf.nn.l2_loss of the difference through the tape."""
    return loss_gradient(_loss(content, generated, scale), generated)


def _loss(content, generated, scale):
    offer("scale", scale, "half")
    require_same_shape(content=content, generated=generated)
    return lambda features: tf.nn.l2_loss(features - tf.constant(content))
