"""NumPy arrays as tensors."""

import torch


def tensor(array):
    """The array's memory as a tensor; what PyTorch cannot share (read-only, reversed) is copied."""
    shared = array.flags.c_contiguous and array.flags.writeable and min(array.strides, default=0) >= 0
    return torch.from_numpy(array if shared else array.copy(order="C"))


def offer(name, value, offered):
    """Refuse a convention that PyTorch does not follow."""
    if value != offered:
        raise ValueError(f"{name} must be {offered!r}: PyTorch offers nothing else, got {value!r}.")


def gradients(function, inputs, dy):
    """The gradients of Σ dy · function(*inputs) with respect to each input, by PyTorch's own autograd."""
    tensors = [tensor(array).detach().requires_grad_() for array in inputs]
    return tuple(g.numpy() for g in torch.autograd.grad(function(*tensors), tensors, tensor(dy)))
