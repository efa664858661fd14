"""The dense layer of PyTorch, whose weights are (out, in)."""

import torch
from torch.nn import functional

from ._tensors import tensor


def dense(x, w, b):
    """torch.nn.functional.linear with the weights turned around."""
    if x.ndim != 2 or b.shape != w.shape[1:]:
        raise ValueError(f"x must be (N, D) and b {w.shape[1:]}, got {x.shape} and {b.shape}")
    return functional.linear(tensor(x), tensor(w).T, tensor(b)).numpy()


def dense_backward(dy, x, w, *, batch="sum"):
    """torch.nn.functional.linear through autograd, which sums over the rows."""
    if batch != "sum":
        raise ValueError(f"batch must be sum: PyTorch's linear sums over the rows, got {batch!r}")
    x, w = tensor(x, learns=True), tensor(w, learns=True)
    b = torch.zeros(w.shape[1], dtype=w.dtype, requires_grad=True)
    gradients = torch.autograd.grad(functional.linear(x, w.T, b), (x, w, b), tensor(dy))
    return tuple(gradient.numpy() for gradient in gradients)
