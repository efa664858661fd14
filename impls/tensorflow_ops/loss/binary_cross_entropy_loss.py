"""The binary cross-entropy of TensorFlow, from logits."""

from .._tensors import loss_gradient, require_same_shape, tf
from ._reductions import reducer


def binary_cross_entropy_loss(logits, target, *, reduction="mean"):
    """tf.nn.sigmoid_cross_entropy_with_logits, reduced."""
    return _loss(logits, target, reduction)(tf.constant(logits)).numpy()


def binary_cross_entropy_loss_backward(logits, target, *, reduction="mean"):
    """tf.nn.sigmoid_cross_entropy_with_logits through the tape."""
    return loss_gradient(_loss(logits, target, reduction), logits)


def _loss(logits, target, reduction):
    require_same_shape(logits=logits, target=target)
    reduce = reducer(reduction)
    return lambda z: reduce(tf.nn.sigmoid_cross_entropy_with_logits(tf.constant(target), z))
