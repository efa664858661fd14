"""Windows over images as TensorFlow takes them."""

from ..convolution._images import channels_first, channels_last, margins, pair

__all__ = ["channels_first", "channels_last", "margins", "pair", "steps"]


def steps(kernel, stride):
    """The stride, which is the kernel unless it is said."""
    return pair(kernel if stride is None else stride)
