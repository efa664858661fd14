"""LeCun's uniform weights of JAX."""

from ._draw import decline_no_inputs, draw_scaled


def lecun_uniform_init(shape, *, rng):
    """jax.nn.initializers.variance_scaling, as jax.nn.initializers.lecun_uniform calls it."""
    return draw_scaled(1.0, "in", "uniform", shape, rng)


def declines(*, shape, **_):
    """Weights without elements."""
    return decline_no_inputs(shape)
