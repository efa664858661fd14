"""The exponential linear unit of TensorFlow."""

from .._tensors import gradient, tf


def elu(x, *, alpha=1.0):
    """tf.nn.elu."""
    _require_one(alpha)
    return tf.nn.elu(tf.constant(x)).numpy()


def elu_backward(dy, x, *, alpha=1.0):
    """tf.nn.elu through the tape."""
    _require_one(alpha)
    return gradient(tf.nn.elu, dy, x)


def declines(*, primitive, alpha, **arguments):
    """TensorFlow's elu takes no alpha."""
    return "tf.nn.elu has no alpha other than 1" if alpha != 1 else None


def _require_one(alpha):
    if alpha != 1:
        raise ValueError(f"alpha must be 1, the only one of tf.nn.elu, got {alpha}")
