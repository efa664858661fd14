"""NumPy arrays as tensors."""

import torch


def tensor(array):
    """The array's memory as a tensor; what PyTorch cannot share (read-only, reversed) is copied."""
    shared = array.flags.c_contiguous and array.flags.writeable and min(array.strides, default=0) >= 0
    return torch.from_numpy(array if shared else array.copy(order="C"))


def seed(rng):
    """A seed for PyTorch's own generators."""
    return int(rng.integers(2**63))
