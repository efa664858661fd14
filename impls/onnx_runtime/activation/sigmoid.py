"""The logistic sigmoid of ONNX Runtime."""

from .._sessions import run


def sigmoid(x):
    """Sigmoid."""
    return run("Sigmoid", x)
