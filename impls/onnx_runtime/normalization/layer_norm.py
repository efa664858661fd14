"""The layer normalization of ONNX Runtime."""

from .._sessions import run


def layer_norm(x, gamma, beta, *, eps=1e-5):
    """LayerNormalization."""
    return run("LayerNormalization", x, gamma, beta, axis=-1, epsilon=eps)
