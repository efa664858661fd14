"""The parametric rectified linear unit of PyTorch."""

import torch
from torch.nn import functional

from ._tensors import tensor


def prelu(x, slope):
    """torch.nn.functional.prelu."""
    return functional.prelu(tensor(x), tensor(slope)).numpy()


def prelu_backward(dy, x, slope):
    """torch.nn.functional.prelu through autograd."""
    x, slope = tensor(x, learns=True), tensor(slope, learns=True)
    gradients = torch.autograd.grad(functional.prelu(x, slope), (x, slope), tensor(dy))
    return tuple(gradient.numpy() for gradient in gradients)
