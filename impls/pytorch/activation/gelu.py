"""The Gaussian error linear unit of PyTorch, which calls the exact form "none"."""

import numpy as np
from torch.nn import functional

from ._tensors import gradient, tensor


def gelu(x, *, form="exact"):
    """torch.nn.functional.gelu."""
    return functional.gelu(tensor(x), approximate=_approximate(form)).numpy()


def gelu_backward(dy, x, *, form="exact"):
    """torch.nn.functional.gelu through autograd."""
    approximate = _approximate(form)
    return gradient(lambda scores: functional.gelu(scores, approximate=approximate), x, dy)


def _approximate(form):
    if form not in ("exact", "tanh"):
        raise ValueError(f"form must be exact or tanh, got {form!r}")
    return "none" if form == "exact" else "tanh"


def declines(*, primitive, x, **_):
    """The float32 kernel that PyTorch takes from oneDNN, unlike PyTorch's own, multiplies ∞ by 0."""
    if primitive == "gelu" and x.dtype == np.float32 and np.isinf(x).any():
        return "oneDNN's gelu returns NaN for infinity in float32"
    return None
