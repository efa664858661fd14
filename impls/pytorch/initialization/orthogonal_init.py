"""Orthogonal weights with PyTorch."""

import torch

from ._tensors import decline_empty, empty, generator


def orthogonal_init(shape, *, gain=1.0, rng):
    """torch.nn.init.orthogonal_."""
    return torch.nn.init.orthogonal_(empty(shape), gain, generator=generator(rng)).numpy()


def declines(*, shape, **_):
    """Arrays without elements, which PyTorch leaves as they are."""
    return decline_empty(shape)
