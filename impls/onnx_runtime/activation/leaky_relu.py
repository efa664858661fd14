"""The leaky rectified linear unit of ONNX Runtime."""

from .._sessions import missing, run


def leaky_relu(x, *, slope=0.01):
    """LeakyRelu."""
    return run("LeakyRelu", x, alpha=slope)


def declines(*, x, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("LeakyRelu", x)
