"""NumPy arrays in and out of PyTorch."""

import numpy as np
import torch


def tensor(array, *, learns=False):
    """Share the array's memory where PyTorch can, which is not the case for read-only or reversed arrays."""
    shareable = array.flags.writeable and all(step >= 0 for step in array.strides)
    return torch.from_numpy(array if shareable else np.array(array)).requires_grad_(learns)


def gradients(function, dy, *arrays):
    """The gradients of Σ dy · function(*arrays) with respect to each array, by PyTorch's own autograd."""
    leaves = [tensor(array, learns=True) for array in arrays]
    return tuple(gradient.numpy() for gradient in torch.autograd.grad(function(*leaves), leaves, tensor(dy)))
