"""The clipping of a common norm of TensorFlow."""

from .._tensors import tf


def clip_by_global_norm(grads, *, limit):
    """tf.clip_by_global_norm."""
    if not limit >= 0:
        raise ValueError(f"limit must be 0 or more, got {limit!r}")
    return [grad.numpy() for grad in tf.clip_by_global_norm([tf.constant(grad) for grad in grads], limit)[0]]
