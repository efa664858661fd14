"""The local response normalization of TensorFlow."""

from .._tensors import decline_double, gradient, offer, tf
from ..convolution._images import channels_first, channels_last


def local_response_norm(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="one"):
    """tf.nn.local_response_normalization, which takes the depth on either side and α per element."""
    return _layer(size, alpha, beta, k, alpha_over)(tf.constant(x)).numpy()


def local_response_norm_backward(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="one"):
    """tf.nn.local_response_normalization through the tape."""
    return gradient(_layer(size, alpha, beta, k, alpha_over), dy, x)


def declines(*, primitive, x, size, **arguments):
    """TensorFlow's window lies evenly around its channel, and its kernel has no double precision."""
    return "depth_radius says odd sizes only" if size % 2 == 0 else decline_double(x)


def _layer(size, alpha, beta, k, alpha_over):
    offer("alpha_over", alpha_over, "one")
    return lambda x: channels_first(
        tf.nn.local_response_normalization(channels_last(x), (size - 1) // 2, k, alpha, beta)
    )
