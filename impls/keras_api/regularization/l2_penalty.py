"""The L2 penalty of Keras."""

from .._tensors import array, keras, loss_gradient, offer, tensor


def l2_penalty(w, *, strength, factor="one"):
    """keras.regularizers.L2."""
    offer("factor", factor, "one")
    return array(keras.regularizers.L2(strength)(tensor(w)))


def l2_penalty_gradient(w, *, strength, factor="one"):
    """keras.regularizers.L2 through the tape."""
    offer("factor", factor, "one")
    return loss_gradient(keras.regularizers.L2(strength), w)
