"""Xavier's uniform weights of JAX."""

from .._arrays import require
from ._draw import decline_no_inputs, draw_scaled


def xavier_uniform_init(shape, *, rng, fan="average"):
    """jax.nn.initializers.variance_scaling, as jax.nn.initializers.glorot_uniform calls it."""
    require("fan", fan, "average", "in")
    return draw_scaled(1.0, {"average": "avg", "in": "in"}[fan], "uniform", shape, rng)


def declines(*, shape, **_):
    """Weights without elements."""
    return decline_no_inputs(shape)
