"""The exponential linear unit, compiled."""

from ._bent import bent, bent_backward
from ._checks import require_not_negative, require_same_shape


def elu(x, *, alpha=1.0):
    """One compiled loop without branches, with an exponential that the compiler can vectorise."""
    require_not_negative("alpha", alpha)
    return bent(x, 1, alpha)


def elu_backward(dy, x, *, alpha=1.0):
    """One compiled loop: the slopes are never written to memory."""
    require_same_shape(dy, x)
    require_not_negative("alpha", alpha)
    return bent_backward(dy, x, 1, alpha, alpha)
