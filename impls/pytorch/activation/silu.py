"""The sigmoid-weighted linear unit of PyTorch."""

from torch.nn import functional

from ._tensors import gradient, tensor


def silu(x):
    """torch.nn.functional.silu."""
    return functional.silu(tensor(x)).numpy()


def silu_backward(dy, x):
    """torch.nn.functional.silu through autograd."""
    return gradient(functional.silu, x, dy)
