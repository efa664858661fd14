"""The scaled exponential linear unit of PyTorch."""

import torch

from ._tensors import gradient, tensor


def selu(x):
    """torch.selu."""
    return torch.selu(tensor(x)).numpy()


def selu_backward(dy, x, *, at_zero="lambda_alpha"):
    """torch.selu through autograd, whose slope at 0 is that of the exponential."""
    if at_zero != "lambda_alpha":
        raise ValueError(f"at_zero must be lambda_alpha: PyTorch's selu counts 0 as negative, got {at_zero!r}")
    return gradient(torch.selu, x, dy)
