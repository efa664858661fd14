"""Alpha dropout with Keras."""

from .._tensors import array, keras, seed, tensor


def alpha_dropout(x, *, rate, training=True, rng):
    """keras.layers.AlphaDropout, and with the same seed over zeros for the mask: what it drops becomes negative."""
    drawn = seed(rng)
    y, mask = (
        array(keras.layers.AlphaDropout(rate, seed=drawn, dtype=x.dtype.name)(values, training=training))
        for values in (tensor(x), keras.ops.zeros(x.shape, x.dtype))
    )
    return y, mask >= 0
