"""Seeds for TensorFlow's generators, and weights in the order of axes that its initializers expect."""

import numpy as np

from .._tensors import tf


def seeds(rng):
    """The two words that TensorFlow's stateless generators take."""
    return rng.integers(2**31, size=2)


def seed(rng):
    """The one seed that TensorFlow's initializers take, which are made to forget all they have drawn before."""
    tf.random.set_seed(int(rng.integers(2**31)))
    return int(rng.integers(2**31))


def weights(initializer, shape):
    """Weights by an initializer, which takes (kernel, in, out) where the suite has (out, in, kernel)."""
    if not 2 <= len(shape) <= 5:
        raise ValueError(f"shape must be (in, out) or (out, in, *kernel) with one to three kernel sizes, got {shape}.")
    if len(shape) == 2:
        return initializer(shape, tf.float64).numpy()
    out, inner, *kernel = shape
    return np.moveaxis(initializer((*kernel, inner, out), tf.float64).numpy(), (-1, -2), (0, 1)).copy()


def require_spread(std):
    """Refuse a negative spread, which TensorFlow takes."""
    if not std >= 0:
        raise ValueError(f"std must be at least 0, got {std}.")
