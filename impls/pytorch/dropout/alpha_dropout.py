"""Dropout for self-normalizing networks, with PyTorch."""

import torch
from torch.nn import functional

from ._tensors import seed, tensor


def alpha_dropout(x, *, rate, training=True, rng):
    """torch.nn.functional.alpha_dropout; the same seed with ones in place of x shows which elements it keeps."""
    if not 0 <= rate < 1:
        raise ValueError(f"rate must lie in [0, 1): PyTorch drops everything at 1, got {rate}.")
    number = seed(rng)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(number)
        y = functional.alpha_dropout(tensor(x), rate, training)
        torch.manual_seed(number)
        ones = functional.alpha_dropout(torch.ones(x.shape, dtype=y.dtype), rate, training)
    return (y if training else y.clone()).numpy(), (ones > 0).numpy()
