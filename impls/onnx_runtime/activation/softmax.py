"""The softmax of ONNX Runtime."""

from .._sessions import run


def softmax(x, *, axis=-1):
    """Softmax."""
    return run("Softmax", x, axis=axis)
