"""The top-k accuracy of TensorFlow."""

from .._tensors import tf


def top_k_accuracy(scores, labels, *, k):
    """The mean of tf.math.in_top_k."""
    return float(tf.reduce_mean(tf.cast(tf.math.in_top_k(labels, scores, k), tf.float64)))


def declines(*, primitive, scores, labels, **arguments):
    """TensorFlow counts ties for the label, as it says."""
    tied = (scores == scores[range(len(labels)), labels, None]).sum(1) > 1
    return "all classes tied at the k-th place are in the top k" if tied.any() else None
