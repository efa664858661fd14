"""The rectified linear unit of PyTorch."""

import torch

from ._tensors import gradient, tensor


def relu(x):
    """torch.relu."""
    return torch.relu(tensor(x)).numpy()


def relu_backward(dy, x, *, at_zero="zero"):
    """torch.relu through autograd, whose slope at 0 is 0."""
    if at_zero != "zero":
        raise ValueError(f"at_zero must be zero: PyTorch's relu has slope 0 at 0, got {at_zero!r}")
    return gradient(torch.relu, x, dy)
