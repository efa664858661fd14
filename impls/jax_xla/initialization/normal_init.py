"""Normal weights of JAX."""

from ._draw import INITIALIZERS, draw


def normal_init(shape, *, mean=0.0, std=1.0, rng):
    """jax.nn.initializers.normal, which has no mean."""
    if mean != 0:
        raise ValueError(f"mean must be 0: jax.nn.initializers.normal has none, got {mean}.")
    return draw(INITIALIZERS.normal(std), shape, rng)


def declines(*, mean=0.0, **_):
    """A mean, which JAX's initializer does not have."""
    return "jax.nn.initializers.normal has no mean" if mean != 0 else None
