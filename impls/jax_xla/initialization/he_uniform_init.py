"""He's uniform weights of JAX."""

from .._arrays import require
from ._draw import decline_no_inputs, draw_scaled


def he_uniform_init(shape, *, rng, fan="in"):
    """jax.nn.initializers.variance_scaling, as jax.nn.initializers.he_uniform calls it."""
    require("fan", fan, "in", "out", "average")
    return draw_scaled(2.0, {"in": "in", "out": "out", "average": "avg"}[fan], "uniform", shape, rng)


def declines(*, shape, **_):
    """Weights without elements."""
    return decline_no_inputs(shape)
