"""The hyperbolic tangent of ONNX Runtime."""

from .._sessions import run


def tanh(x):
    """Tanh."""
    return run("Tanh", x)
