"""The instance normalization of PyTorch."""

import numpy as np
import torch
from torch.nn.functional import instance_norm as torch_instance_norm

from ._tensors import gradients, tensor


def instance_norm(x, gamma, beta, *, eps=1e-5):
    """torch.nn.functional.instance_norm."""
    return torch_instance_norm(tensor(x), weight=tensor(gamma), bias=tensor(beta), eps=eps).numpy()


def instance_norm_backward(dy, x, gamma, *, eps=1e-5):
    """torch.nn.functional.instance_norm through autograd."""
    return gradients(
        lambda x, gamma, beta: torch_instance_norm(x, weight=gamma, bias=beta, eps=eps),
        (x, gamma, np.zeros_like(gamma)),
        dy,
    )


def declines(*, x, **_):
    """What PyTorch refuses: images of one position, and none at all."""
    if x.shape[0] == 0:
        return "select(): index 0 out of range for tensor of size [0] at dimension 0"
    if x.ndim == 4 and x.shape[2] * x.shape[3] == 1:
        return f"Expected more than 1 spatial element when training, got input size {torch.Size(x.shape)}"
    return None
