"""The mean squared error of TensorFlow."""

from .._tensors import loss_gradient, offer, require_same_shape, tf
from ._reductions import weighting


def mse_loss(prediction, target, *, reduction="mean"):
    """tf.compat.v1.losses.mean_squared_error, and tf.nn.l2_loss for half the sum."""
    return _loss(prediction, target, reduction)(tf.constant(prediction)).numpy()


def mse_loss_backward(prediction, target, *, reduction="mean"):
    """The same through the tape."""
    return loss_gradient(_loss(prediction, target, reduction), prediction)


def declines(*, primitive, prediction, **arguments):
    """TensorFlow's mean squared error is computed in float32, whatever it is given."""
    return "tf.compat.v1.losses casts to float32" if prediction.dtype == "float64" else None


def _loss(prediction, target, reduction):
    require_same_shape(prediction=prediction, target=target)
    offer("reduction", reduction, "mean", "sum", "half_sum")
    if reduction == "half_sum":
        return lambda p: tf.nn.l2_loss(p - tf.constant(target))
    how = weighting(reduction)
    return lambda p: tf.compat.v1.losses.mean_squared_error(tf.constant(target), p, reduction=how)
