"""The clipping of gradients by the norm of all of them with Optax."""

import optax

from .._arrays import compiled


def _clipped(grads, *, limit):
    return optax.clip_by_global_norm(limit).update(grads, optax.EmptyState())[0]


_forward = compiled(_clipped)


def clip_by_global_norm(grads, *, limit):
    """optax.clip_by_global_norm."""
    return _forward(list(grads), limit=limit)
