"""Normal weights without tails with PyTorch."""

import torch

from ._tensors import decline_empty, empty, generator, offer


def truncated_normal_init(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """torch.nn.init.trunc_normal_, whose bounds are absolute: two standard deviations have to be said."""
    offer("scale", scale, ("plain",))
    if not std >= 0:
        raise ValueError(f"std must be at least 0, got {std}.")
    bounds = mean - 2 * std, mean + 2 * std
    return torch.nn.init.trunc_normal_(empty(shape), mean, std, *bounds, generator=generator(rng)).numpy()


def declines(*, shape, std, **_):
    """Arrays without elements, and a std of 0, by which PyTorch divides."""
    return "trunc_normal_ divides by std" if std == 0 else decline_empty(shape)
