"""The Huber loss of TensorFlow."""

from .._tensors import loss_gradient, require_same_shape, tf
from ._reductions import weighting


def huber_loss(prediction, target, *, delta=1.0, reduction="mean"):
    """tf.compat.v1.losses.huber_loss."""
    return _loss(prediction, target, delta, reduction)(tf.constant(prediction)).numpy()


def huber_loss_backward(prediction, target, *, delta=1.0, reduction="mean"):
    """tf.compat.v1.losses.huber_loss through the tape."""
    return loss_gradient(_loss(prediction, target, delta, reduction), prediction)


def declines(*, primitive, prediction, **arguments):
    """TensorFlow's Huber loss is computed in float32, whatever it is given."""
    return "tf.compat.v1.losses casts to float32" if prediction.dtype == "float64" else None


def _loss(prediction, target, delta, reduction):
    require_same_shape(prediction=prediction, target=target)
    if not delta > 0:
        raise ValueError(f"delta must be greater than 0, got {delta}")
    how = weighting(reduction)
    return lambda p: tf.compat.v1.losses.huber_loss(tf.constant(target), p, delta=delta, reduction=how)
