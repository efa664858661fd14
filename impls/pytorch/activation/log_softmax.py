"""The logarithm of softmax of PyTorch."""

import torch

from ._tensors import gradient, tensor


def log_softmax(x, *, axis=-1):
    """torch.log_softmax."""
    return torch.log_softmax(tensor(x), axis).numpy()


def log_softmax_backward(dy, x, *, axis=-1):
    """torch.log_softmax through autograd."""
    return gradient(lambda scores: torch.log_softmax(scores, axis), x, dy)
