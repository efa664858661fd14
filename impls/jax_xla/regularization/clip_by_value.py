"""The clipping of a gradient by value with Optax."""

import optax

from .._arrays import compiled


def _clipped(grad, *, limit):
    return optax.clip(limit).update(grad, optax.EmptyState())[0]


_forward = compiled(_clipped)


def clip_by_value(grad, *, limit):
    """optax.clip."""
    return _forward(grad, limit=limit)
