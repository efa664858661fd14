"""The Gaussian error linear unit of ONNX Runtime, which calls the exact form "none"."""

from .._sessions import missing, offer, run

APPROXIMATE = dict(exact="none", tanh="tanh")


def gelu(x, *, form="exact"):
    """Gelu."""
    offer("form", form, *APPROXIMATE)
    return run("Gelu", x, approximate=APPROXIMATE[form])


def declines(*, x, form="exact", **_):
    """What ONNX Runtime has no kernel for."""
    return missing("Gelu", x, approximate=APPROXIMATE[form])
