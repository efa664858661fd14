"""The local response normalization of ONNX Runtime."""

from .._sessions import missing, offer, run


def local_response_norm(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """LRN."""
    offer("alpha_over", alpha_over, "size")
    return run("LRN", x, size=size, alpha=alpha, beta=beta, bias=k)


def declines(*, x, size, alpha, beta, **_):
    """What ONNX Runtime does not take: double precision, windows without a middle, an alpha or beta of 0."""
    return missing("LRN", x, size=size, alpha=alpha, beta=beta)
