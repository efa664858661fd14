"""What Optax leaves to its users: its losses come one an element or a row, and broadcast in silence."""

import jax.numpy as jnp


def reduced(loss, reduction):
    """The loss as one number."""
    return {"mean": jnp.mean, "sum": jnp.sum}[reduction](loss)


def require_same_shape(**arrays):
    """Refuse what would be broadcast."""
    (first, *_), shape = arrays, next(iter(arrays.values())).shape
    for name, array in arrays.items():
        if array.shape != shape:
            raise ValueError(f"{name} must have the shape of {first}, {shape}, got {array.shape}")
