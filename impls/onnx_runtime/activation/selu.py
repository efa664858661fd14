"""The scaled exponential linear unit of ONNX Runtime."""

from .._sessions import missing, run


def selu(x):
    """Selu."""
    return run("Selu", x)


def declines(*, x, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("Selu", x)
