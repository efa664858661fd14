"""The exponential linear unit of ONNX Runtime."""

from .._sessions import missing, run


def elu(x, *, alpha=1.0):
    """Elu."""
    return run("Elu", x, alpha=alpha)


def declines(*, x, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("Elu", x)
