"""The dense layer of ONNX Runtime."""

from .._sessions import run


def dense(x, w, b):
    """Gemm."""
    return run("Gemm", x, w, b)
