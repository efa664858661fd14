"""The windows of PyTorch, which lie in columns, an image at a time."""

import numpy as np
from torch.nn import functional

from ._tensors import tensor


def im2col(x, *, kernel, stride=1, padding=0):
    """torch.nn.functional.unfold, turned around: it returns (N, C·kh·kw, H'·W')."""
    seen = functional.unfold(tensor(x), kernel, 1, padding, stride).transpose(1, 2)
    return np.ascontiguousarray(seen.reshape(-1, seen.shape[2]).numpy())
