"""The transposed convolution of PyTorch."""

import numpy as np
from torch.nn import functional

from ._tensors import gradients, tensor


def conv_transpose2d(x, w, b, *, stride=1, padding=0, output_padding=0):
    """torch.nn.functional.conv_transpose2d."""
    return functional.conv_transpose2d(tensor(x), tensor(w), tensor(b), stride, padding, output_padding).numpy()


def conv_transpose2d_backward(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """torch.nn.functional.conv_transpose2d through autograd."""

    def layer(x, w, b):
        return functional.conv_transpose2d(x, w, b, stride, padding, output_padding)

    return gradients(layer, dy, x, w, np.zeros(w.shape[1], w.dtype))
