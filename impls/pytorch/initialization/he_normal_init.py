"""He's normal weights with PyTorch."""

import torch

from ._tensors import decline_empty, generator, offer, weights


def he_normal_init(shape, *, rng, fan="in", tails="plain"):
    """PyTorch's own initializer."""
    offer("fan", fan, ("in", "out"))
    offer("tails", tails, ("plain",))
    result, seen = weights(shape)
    torch.nn.init.kaiming_normal_(seen, mode=f"fan_{fan}", nonlinearity="relu", generator=generator(rng))
    return result.numpy()


def declines(*, shape, **_):
    """Arrays without elements, which PyTorch warns about."""
    return decline_empty(shape)
