"""The `global_clipnorm` of Keras' optimizers."""

from ._clipped import clipped, require_limit


def clip_by_global_norm(grads, *, limit):
    """keras.optimizers.SGD with global_clipnorm."""
    require_limit(limit)
    return clipped(grads, global_clipnorm=limit)
