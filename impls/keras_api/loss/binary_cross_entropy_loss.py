"""The binary cross-entropy of Keras."""

from .._tensors import array, keras, loss_gradient, offer, require_same_shape, tensor


def binary_cross_entropy_loss(logits, target, *, reduction="mean"):
    """keras.losses.BinaryCrossentropy from logits."""
    return array(_loss(logits, target, reduction)(tensor(logits)))


def binary_cross_entropy_loss_backward(logits, target, *, reduction="mean"):
    """keras.losses.BinaryCrossentropy from logits through the tape."""
    return loss_gradient(_loss(logits, target, reduction), logits)


def _loss(logits, target, reduction):
    offer("reduction", reduction, "mean")
    require_same_shape(logits=logits, target=target)
    loss = keras.losses.BinaryCrossentropy(from_logits=True, dtype=logits.dtype.name)
    return lambda z: loss(tensor(target), z)
