"""The softplus of ONNX Runtime."""

from .._sessions import missing, run


def softplus(x):
    """Softplus."""
    return run("Softplus", x)


def declines(*, x, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("Softplus", x)
