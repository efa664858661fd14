"""The `clipnorm` of Keras' optimizers."""

from ._clipped import clipped, require_limit


def clip_by_norm(grad, *, limit):
    """keras.optimizers.SGD with clipnorm."""
    require_limit(limit)
    return clipped([grad], clipnorm=limit)[0]
