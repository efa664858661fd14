"""The mean squared error of Keras."""

from .._tensors import array, keras, loss_gradient, offer, require_same_shape, tensor


def mse_loss(prediction, target, *, reduction="mean"):
    """keras.losses.MeanSquaredError."""
    return array(_loss(prediction, target, reduction)(tensor(prediction)))


def mse_loss_backward(prediction, target, *, reduction="mean"):
    """keras.losses.MeanSquaredError through the tape."""
    return loss_gradient(_loss(prediction, target, reduction), prediction)


def _loss(prediction, target, reduction):
    offer("reduction", reduction, "mean")
    require_same_shape(prediction=prediction, target=target)
    loss = keras.losses.MeanSquaredError(dtype=prediction.dtype.name)
    return lambda p: loss(tensor(target), p)
