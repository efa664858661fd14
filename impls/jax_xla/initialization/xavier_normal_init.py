"""Xavier's normal weights of JAX."""

from .._arrays import require
from ._draw import DISTRIBUTIONS, decline_no_inputs, draw_scaled


def xavier_normal_init(shape, *, rng, fan="average", tails="truncated"):
    """jax.nn.initializers.variance_scaling, as jax.nn.initializers.glorot_normal calls it; its plain normal too."""
    require("fan", fan, "average", "in")
    return draw_scaled(1.0, {"average": "avg", "in": "in"}[fan], DISTRIBUTIONS[tails], shape, rng)


def declines(*, shape, **_):
    """Weights without elements."""
    return decline_no_inputs(shape)
