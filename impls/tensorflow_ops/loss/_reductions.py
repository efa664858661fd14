"""The two reductions that TensorFlow's losses are used with."""

from .._tensors import offer, tf


def reducer(reduction):
    """Return tf.reduce_mean or tf.reduce_sum."""
    offer("reduction", reduction, "mean", "sum")
    return tf.reduce_mean if reduction == "mean" else tf.reduce_sum


def weighting(reduction):
    """Return the reduction by the name that tf.compat.v1.losses has for it."""
    offer("reduction", reduction, "mean", "sum")
    return {"mean": "weighted_mean", "sum": "weighted_sum"}[reduction]
