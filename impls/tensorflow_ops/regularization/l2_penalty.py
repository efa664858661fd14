"""The L2 penalty of TensorFlow."""

from .._tensors import loss_gradient, offer, tf


def l2_penalty(w, *, strength, factor="half"):
    """tf.nn.l2_loss, which is half the sum of squares."""
    return _penalty(strength, factor)(tf.constant(w)).numpy()


def l2_penalty_gradient(w, *, strength, factor="half"):
    """tf.nn.l2_loss through the tape."""
    return loss_gradient(_penalty(strength, factor), w)


def _penalty(strength, factor):
    offer("factor", factor, "half")
    if not strength >= 0:
        raise ValueError(f"strength must be 0 or more, got {strength!r}")
    return lambda w: strength * tf.nn.l2_loss(w)
