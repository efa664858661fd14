"""The rectified linear unit of ONNX Runtime."""

from .._sessions import run


def relu(x):
    """Relu."""
    return run("Relu", x)
