"""The randomized leaky rectified linear unit of PyTorch."""

import torch

from ._tensors import tensor


def rrelu(x, *, lower=0.125, upper=1 / 3, training, rng):
    """The kernel behind torch.nn.RReLU, which hands out its slopes."""
    if not lower <= upper:
        raise ValueError(f"lower must be at most upper, got {lower!r} and {upper!r}")
    x = tensor(x)
    slopes = torch.ones_like(x).masked_fill_(x < 0, (lower + upper) / 2)
    generator = torch.Generator().manual_seed(int(rng.integers(2**63))) if training else None
    y = torch.ops.aten.rrelu_with_noise(x, slopes, lower, upper, training, generator)
    return y.numpy(), slopes.numpy()


def rrelu_backward(dy, slopes):
    """The kernel that PyTorch's automatic differentiation calls; in training it looks at the slopes alone."""
    if slopes.shape != dy.shape:
        raise ValueError(f"slopes must have the shape of dy, {dy.shape}, got {slopes.shape}")
    dy = tensor(dy)
    return torch.ops.aten.rrelu_with_noise_backward(dy, dy, tensor(slopes), 0.0, 1.0, True, False).numpy()


def declines(*, primitive, **arguments):
    """PyTorch counts 0 as negative: it draws a slope there as well."""
    if primitive == "rrelu" and arguments["training"] and (arguments["x"] == 0).any():
        return "draws a slope at exactly 0 too"
    return None
