"""He's normal weights of JAX."""

from .._arrays import require
from ._draw import DISTRIBUTIONS, decline_no_inputs, draw_scaled


def he_normal_init(shape, *, rng, fan="in", tails="truncated"):
    """jax.nn.initializers.variance_scaling, as jax.nn.initializers.he_normal calls it; its plain normal too."""
    require("fan", fan, "in", "out", "average")
    return draw_scaled(2.0, {"in": "in", "out": "out", "average": "avg"}[fan], DISTRIBUTIONS[tails], shape, rng)


def declines(*, shape, **_):
    """Weights without elements."""
    return decline_no_inputs(shape)
