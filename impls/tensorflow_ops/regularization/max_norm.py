"""The clipping of norms of TensorFlow, along an axis."""

from .._tensors import tf


def max_norm(w, *, limit):
    """tf.clip_by_norm of every column."""
    if w.ndim != 2:
        raise ValueError(f"w must be (in, out), got shape {w.shape}")
    if not limit >= 0:
        raise ValueError(f"limit must be 0 or more, got {limit!r}")
    return tf.clip_by_norm(w, limit, axes=[0]).numpy()
