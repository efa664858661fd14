"""Xavier's normal weights with PyTorch."""

import torch

from ._tensors import decline_empty, generator, offer, weights


def xavier_normal_init(shape, *, rng, fan="average", tails="plain"):
    """PyTorch's own initializer."""
    offer("fan", fan, ("average",))
    offer("tails", tails, ("plain",))
    result, seen = weights(shape)
    torch.nn.init.xavier_normal_(seen, generator=generator(rng))
    return result.numpy()


def declines(*, shape, **_):
    """Arrays without elements, which PyTorch warns about."""
    return decline_empty(shape)
