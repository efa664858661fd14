"""The max-norm constraint of Keras."""

from .._tensors import array, keras, tensor


def max_norm(w, *, limit):
    """keras.constraints.MaxNorm over every column."""
    if w.ndim != 2:
        raise ValueError(f"w must be (in, out), got shape {w.shape}")
    if not limit >= 0:
        raise ValueError(f"limit must be 0 or more, got {limit!r}")
    return array(keras.constraints.MaxNorm(limit, axis=0)(tensor(w)))
