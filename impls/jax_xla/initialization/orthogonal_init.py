"""Orthogonal weights of JAX."""

from ._draw import INITIALIZERS, draw


def orthogonal_init(shape, *, gain=1.0, rng):
    """jax.nn.initializers.orthogonal with the first axis in place of the last as the one that is not flattened."""
    return draw(INITIALIZERS.orthogonal(gain, column_axis=0), shape, rng)
