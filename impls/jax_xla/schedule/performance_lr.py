"""A learning rate of Optax that is lowered when the loss stops falling."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import optax

from .._arrays import require


def performance_lr(
    losses, *, base_lr, factor=0.5, patience=5, min_delta=0.0, threshold="relative", patience_is="reached"
):
    """optax.contrib.reduce_on_plateau, handed one loss after the other."""
    require("threshold", threshold, "relative", "absolute")
    require("patience_is", patience_is, "reached")
    tolerances = (min_delta, 0.0) if threshold == "relative" else (0.0, min_delta)
    return np.asarray(_rates(losses, base_lr, factor, patience, *tolerances))


def declines(*, primitive, factor=0.5, patience=5, min_delta=0.0, **_):
    """What Optax refuses: a factor of 0 or 1, and an improvement that may be as small as it likes."""
    if not 0 < factor < 1:
        return f"Factor must be in the range (0, 1), got factor = {factor}."
    if min_delta == 0:
        return "At least one of rtol or atol must be positive, got rtol = 0.0 and atol = 0.0."
    return None


@functools.partial(jax.jit, static_argnums=(2, 3, 4, 5))
def _rates(losses, base_lr, factor, patience, rtol, atol):
    plateau = optax.contrib.reduce_on_plateau(factor, patience, rtol, atol)
    rate = jnp.asarray(base_lr, losses.dtype)

    def watch(state, loss):
        rate_now, state = plateau.update(rate, state, value=loss)
        return state, rate_now

    return jax.lax.scan(watch, plateau.init(rate), losses)[1]
