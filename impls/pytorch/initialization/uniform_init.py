"""Uniform weights with PyTorch."""

import torch

from ._tensors import empty, generator


def uniform_init(shape, *, low, high, rng):
    """PyTorch's own initializer."""
    if not (low <= high and high - low < torch.inf):
        raise ValueError(f"low must not exceed high, and high - low must be finite, got low={low} and high={high}.")
    return torch.nn.init.uniform_(empty(shape), low, high, generator(rng)).numpy()
