"""The sum of windows of PyTorch, which lie in columns, an image at a time."""

import torch
from torch.nn import functional

from ._tensors import tensor


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """torch.nn.functional.fold of the windows turned around: it takes (N, C·kh·kw, H'·W'), as unfold says without data."""
    options = dict(kernel_size=kernel, stride=stride, padding=padding)
    n, taps, positions = functional.unfold(torch.empty(x_shape, device="meta"), **options).shape
    if cols.shape != (n * positions, taps):
        raise ValueError(f"cols must have shape {(n * positions, taps)}, got {cols.shape}")
    windows = tensor(cols).reshape(n, positions, taps).transpose(1, 2)
    return functional.fold(windows, x_shape[2:], **options).numpy()
