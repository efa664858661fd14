"""The logarithm of softmax of ONNX Runtime."""

from .._sessions import run


def log_softmax(x, *, axis=-1):
    """LogSoftmax."""
    return run("LogSoftmax", x, axis=axis)
