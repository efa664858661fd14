"""LeCun's normal weights of JAX."""

from ._draw import DISTRIBUTIONS, decline_no_inputs, draw_scaled


def lecun_normal_init(shape, *, rng, tails="truncated"):
    """jax.nn.initializers.variance_scaling, as jax.nn.initializers.lecun_normal calls it; its plain normal too."""
    return draw_scaled(1.0, "in", DISTRIBUTIONS[tails], shape, rng)


def declines(*, shape, **_):
    """Weights without elements."""
    return decline_no_inputs(shape)
