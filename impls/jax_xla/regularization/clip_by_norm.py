"""The clipping of a gradient by its norm with Optax."""

from .clip_by_global_norm import clip_by_global_norm


def clip_by_norm(grad, *, limit):
    """optax.clip_by_global_norm of one array."""
    return clip_by_global_norm([grad], limit=limit)[0]
