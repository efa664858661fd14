"""The clipping of norms of TensorFlow."""

from .._tensors import tf


def clip_by_norm(grad, *, limit):
    """tf.clip_by_norm."""
    if not limit >= 0:
        raise ValueError(f"limit must be 0 or more, got {limit!r}")
    return tf.clip_by_norm(grad, limit).numpy()
