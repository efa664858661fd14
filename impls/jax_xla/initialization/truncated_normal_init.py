"""Normal weights without tails of JAX."""

from .._arrays import require
from ._draw import INITIALIZERS, draw


def truncated_normal_init(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """jax.nn.initializers.truncated_normal, which has no mean, and does not make up for the tails."""
    require("scale", scale, "plain")
    if mean != 0:
        raise ValueError(f"mean must be 0: jax.nn.initializers.truncated_normal has none, got {mean}.")
    return draw(INITIALIZERS.truncated_normal(std), shape, rng)


def declines(*, mean=0.0, **_):
    """A mean, which JAX's initializer does not have."""
    return "jax.nn.initializers.truncated_normal has no mean" if mean != 0 else None
