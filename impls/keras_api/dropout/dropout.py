"""Dropout with Keras."""

from .._tensors import array, keras, offer, seed, tensor


def dropout(x, *, rate, training=True, rng, scaling="inverted"):
    """keras.layers.Dropout, and with the same seed over ones for the mask, which it keeps to itself."""
    offer("scaling", scaling, "inverted")
    drawn = seed(rng)
    y, mask = (
        array(keras.layers.Dropout(rate, seed=drawn, dtype=x.dtype.name)(values, training=training))
        for values in (tensor(x), keras.ops.ones(x.shape, x.dtype))
    )
    return y, mask != 0
