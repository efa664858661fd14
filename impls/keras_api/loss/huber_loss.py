"""The Huber loss of Keras."""

from .._tensors import array, keras, loss_gradient, offer, require_same_shape, tensor


def huber_loss(prediction, target, *, delta=1.0, reduction="mean"):
    """keras.losses.Huber."""
    return array(_loss(prediction, target, delta, reduction)(tensor(prediction)))


def huber_loss_backward(prediction, target, *, delta=1.0, reduction="mean"):
    """keras.losses.Huber through the tape."""
    return loss_gradient(_loss(prediction, target, delta, reduction), prediction)


def _loss(prediction, target, delta, reduction):
    offer("reduction", reduction, "mean")
    require_same_shape(prediction=prediction, target=target)
    if not delta > 0:
        raise ValueError(f"delta must be greater than 0, got {delta}")
    loss = keras.losses.Huber(delta, dtype=prediction.dtype.name)
    return lambda p: loss(tensor(target), p)
