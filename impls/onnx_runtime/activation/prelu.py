"""The parametric rectified linear unit of ONNX Runtime."""

from .._sessions import missing, run


def prelu(x, slope):
    """PRelu, whose slopes broadcast from the last axis."""
    return run("PRelu", x, slope.reshape(-1, *[1] * (x.ndim - 2)))


def declines(*, x, slope, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("PRelu", x, slope)
