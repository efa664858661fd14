"""The L1 penalty of Keras."""

from .._tensors import array, keras, loss_gradient, tensor


def l1_penalty(w, *, strength):
    """keras.regularizers.L1."""
    return array(keras.regularizers.L1(strength)(tensor(w)))


def l1_penalty_gradient(w, *, strength):
    """keras.regularizers.L1 through the tape."""
    return loss_gradient(keras.regularizers.L1(strength), w)
