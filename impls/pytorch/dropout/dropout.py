"""Dropout with PyTorch."""

import torch

from ._tensors import seed, tensor


def dropout(x, *, rate, training=True, rng, scaling="inverted"):
    """PyTorch's own kernel, with its generator seeded from rng for this call only."""
    _check(rate, scaling)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed(rng))
        y, mask = torch.native_dropout(tensor(x), rate, training)
    # For an array without elements PyTorch's mask is floating.
    return (y if training else y.clone()).numpy(), mask.bool().numpy()


def dropout_backward(dy, mask, *, rate, scaling="inverted"):
    """The kernel that PyTorch's automatic differentiation calls."""
    _check(rate, scaling)
    return torch.ops.aten.native_dropout_backward(tensor(dy), tensor(mask), 1 / (1 - rate)).numpy()


def _check(rate, scaling):
    if not 0 <= rate < 1:
        raise ValueError(f"rate must lie in [0, 1): PyTorch drops everything at 1, got {rate}.")
    if scaling != "inverted":
        raise ValueError(f"scaling must be 'inverted': PyTorch offers nothing else, got {scaling!r}.")
