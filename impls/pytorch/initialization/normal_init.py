"""Normal weights with PyTorch."""

import torch

from ._tensors import empty, generator


def normal_init(shape, *, mean=0.0, std=1.0, rng):
    """PyTorch's own initializer."""
    if not std >= 0:
        raise ValueError(f"std must be at least 0, got {std}.")
    return torch.nn.init.normal_(empty(shape), mean, std, generator(rng)).numpy()
