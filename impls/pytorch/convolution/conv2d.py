"""The convolution of PyTorch."""

import numpy as np
from torch.nn import functional

from ._tensors import gradients, tensor


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """torch.nn.functional.conv2d, whose "same" puts the odd cell at the end."""
    return _layer(stride, padding, dilation, groups, same_pad)(tensor(x), tensor(w), tensor(b)).numpy()


def conv2d_backward(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """torch.nn.functional.conv2d through autograd, which sums over the images."""
    if batch != "sum":
        raise ValueError(f"batch must be sum: PyTorch's conv2d sums over the images, got {batch!r}")
    return gradients(_layer(stride, padding, dilation, groups, same_pad), dy, x, w, np.zeros(w.shape[0], w.dtype))


def declines(*, primitive, **arguments):
    """PyTorch offers "same" for a stride of 1 only."""
    if arguments["padding"] == "same" and arguments["stride"] not in (1, (1, 1)):
        return "padding='same' is not supported for strided convolutions"
    return None


def _layer(stride, padding, dilation, groups, same_pad):
    if same_pad != "end":
        raise ValueError(f"same_pad must be end: PyTorch puts the odd cell there, got {same_pad!r}")
    return lambda x, w, b: functional.conv2d(x, w, b, stride, padding, dilation, groups)
