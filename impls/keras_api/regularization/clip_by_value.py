"""The `clipvalue` of Keras' optimizers."""

from ._clipped import clipped, require_limit


def clip_by_value(grad, *, limit):
    """keras.optimizers.SGD with clipvalue."""
    require_limit(limit)
    return clipped([grad], clipvalue=limit)[0]
