"""Batch normalization with PyTorch."""

import torch
from torch.nn.functional import batch_norm as torch_batch_norm

from ._tensors import offer, tensor


def batch_norm(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="unbiased", axes="channel",
    momentum_of="new",
):  # fmt: skip
    """PyTorch's own kernel, which updates copies of the running statistics."""
    offer("running", running, "unbiased")
    offer("axes", axes, "channel")
    if momentum_of not in ("old", "new"):
        raise ValueError(f"momentum_of must be 'old' or 'new', got {momentum_of!r}.")
    new_weight = momentum if momentum_of == "new" else 1 - momentum
    mean, var = tensor(running_mean).clone(), tensor(running_var).clone()
    y = torch_batch_norm(tensor(x), mean, var, tensor(gamma), tensor(beta), True, new_weight, eps)
    return y.numpy(), mean.numpy(), var.numpy()


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """PyTorch's own kernel."""
    offer("axes", axes, "channel")
    statistics = tensor(running_mean), tensor(running_var)
    return torch_batch_norm(tensor(x), *statistics, tensor(gamma), tensor(beta), False, 0.0, eps).numpy()


def batch_norm_backward(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """PyTorch's automatic differentiation of its own kernel."""
    offer("axes", axes, "channel")
    x, gamma = tensor(x).detach().requires_grad_(), tensor(gamma).detach().requires_grad_()
    beta = torch.zeros_like(gamma, requires_grad=True)
    y = torch_batch_norm(x, None, None, gamma, beta, True, 0.0, eps)
    return tuple(gradient.numpy() for gradient in torch.autograd.grad(y, (x, gamma, beta), tensor(dy)))


def declines(*, primitive, x, eps=1e-5, axes="channel", **_):
    """What PyTorch refuses: training on one value per channel or without eps, and images normalized per feature."""
    if axes == "feature" and x.ndim == 4:
        return "PyTorch normalizes the channels of images, not every feature apart"
    if primitive == "batch_norm_inference":
        return None if x.ndim < 2 or x.shape[1] else "PyTorch wants at least one channel"
    if eps == 0:
        return f"batch_norm eps must be positive during training, but got {eps}"
    if x.ndim in (2, 4) and x.size == x.shape[1]:
        return f"Expected more than 1 value per channel when training, got input size {torch.Size(x.shape)}"
    return None
