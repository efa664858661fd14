"""The group normalization of PyTorch."""

import numpy as np
from torch.nn.functional import group_norm as torch_group_norm

from ._tensors import gradients, tensor


def group_norm(x, gamma, beta, *, groups, eps=1e-5):
    """torch.nn.functional.group_norm."""
    return torch_group_norm(tensor(x), groups, tensor(gamma), tensor(beta), eps).numpy()


def group_norm_backward(dy, x, gamma, *, groups, eps=1e-5):
    """torch.nn.functional.group_norm through autograd."""
    return gradients(
        lambda x, gamma, beta: torch_group_norm(x, groups, gamma, beta, eps), (x, gamma, np.zeros_like(gamma)), dy
    )


def declines(*, x, groups, **_):
    """What PyTorch refuses: a whole batch of one value per group."""
    if x.ndim in (2, 4) and x.size == groups > 0:
        return f"Expected more than 1 value per channel when training, got input size {list(x.shape)}"
    return None
