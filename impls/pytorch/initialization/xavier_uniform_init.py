"""Xavier's uniform weights with PyTorch."""

import torch

from ._tensors import decline_empty, generator, offer, weights


def xavier_uniform_init(shape, *, rng, fan="average"):
    """PyTorch's own initializer."""
    offer("fan", fan, ("average",))
    result, seen = weights(shape)
    torch.nn.init.xavier_uniform_(seen, generator=generator(rng))
    return result.numpy()


def declines(*, shape, **_):
    """Arrays without elements, which PyTorch warns about."""
    return decline_empty(shape)
