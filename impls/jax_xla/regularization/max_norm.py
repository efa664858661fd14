"""The max-norm constraint with Optax."""

import jax
import optax

from .._arrays import as_numpy


def max_norm(w, *, limit):
    """optax.projections.projection_l2_ball of every column; compiled, it would change columns within the limit."""
    return as_numpy(jax.vmap(optax.projections.projection_l2_ball, in_axes=(1, None), out_axes=1)(w, limit))
