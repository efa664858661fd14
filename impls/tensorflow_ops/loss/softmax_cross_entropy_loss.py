"""The cross-entropy of TensorFlow, from logits and integer labels."""

from .._tensors import loss_gradient, tf
from ._reductions import reducer


def softmax_cross_entropy_loss(logits, labels, *, reduction="mean"):
    """tf.nn.sparse_softmax_cross_entropy_with_logits, reduced."""
    return _loss(labels, reduction)(tf.constant(logits)).numpy()


def softmax_cross_entropy_loss_backward(logits, labels, *, reduction="mean"):
    """tf.nn.sparse_softmax_cross_entropy_with_logits through the tape."""
    return loss_gradient(_loss(labels, reduction), logits)


def _loss(labels, reduction):
    reduce = reducer(reduction)
    return lambda z: reduce(tf.nn.sparse_softmax_cross_entropy_with_logits(tf.constant(labels), z))
