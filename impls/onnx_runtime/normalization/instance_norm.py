"""The instance normalization of ONNX Runtime."""

from .._sessions import missing, run


def instance_norm(x, gamma, beta, *, eps=1e-5):
    """InstanceNormalization."""
    return run("InstanceNormalization", x, gamma, beta, epsilon=eps)


def declines(*, x, gamma, beta, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("InstanceNormalization", x, gamma, beta)
