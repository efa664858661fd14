"""The initializers of JAX, drawn in double precision from a key that NumPy's generator gives."""

import jax
import numpy as np

from .._arrays import as_numpy

INITIALIZERS = jax.nn.initializers
DISTRIBUTIONS = {"plain": "normal", "truncated": "truncated_normal"}


def key(rng):
    """A key of JAX."""
    return jax.random.key(int(rng.integers(2**31)))


def draw(initializer, shape, rng):
    """Draw weights."""
    if any(size < 0 for size in shape):
        raise ValueError(f"shape must not hold negative sizes, got {shape}.")
    return as_numpy(initializer(key(rng), tuple(shape), np.float64))


def draw_scaled(scale, fan, distribution, shape, rng):
    """Draw from jax.nn.initializers.variance_scaling, told which axes are in and out: JAX has them last by default."""
    if not 2 <= len(shape) <= 5:
        raise ValueError(f"shape must be (in, out) or (out, in, *kernel) with one to three kernel sizes, got {shape}.")
    axes = {"in_axis": 0, "out_axis": 1} if len(shape) == 2 else {"in_axis": 1, "out_axis": 0}
    return draw(INITIALIZERS.variance_scaling(scale, f"fan_{fan}", distribution, **axes), shape, rng)


def decline_no_inputs(shape):
    """The reason to leave weights alone whose fans are 0, or None."""
    return "variance_scaling divides by the number of inputs or outputs" if 0 in tuple(shape) else None
