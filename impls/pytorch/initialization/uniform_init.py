"""Uniform weights with PyTorch."""

import torch

from ._tensors import generator


def uniform_init(shape, *, low, high, rng):
    """PyTorch's own initializer."""
    if not low <= high:
        raise ValueError(f"low must not exceed high, got low={low} and high={high}.")
    return torch.nn.init.uniform_(torch.empty(shape, dtype=torch.float64), low, high, generator(rng)).numpy()
