"""Dropout with TensorFlow."""

from .._tensors import offer, tf


def dropout(x, *, rate, training=True, rng, scaling="inverted"):
    """tf.nn.experimental.stateless_dropout, and with the same seed over ones for the mask, which it keeps to itself."""
    offer("scaling", scaling, "inverted")
    seed = rng.integers(2**31, size=2)
    y, mask = (
        tf.nn.experimental.stateless_dropout(array, rate if training else 0.0, seed)
        for array in (tf.constant(x), tf.ones(x.shape, x.dtype))
    )
    return y.numpy(), mask.numpy() != 0
