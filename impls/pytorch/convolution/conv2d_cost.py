"""What a convolution costs, as PyTorch counts it."""

import torch
from torch.utils.flop_counter import FlopCounterMode

from .conv2d import declines as declines_of_conv2d


def conv2d_cost(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """torch.utils.flop_counter over a layer without memory; it counts a multiplication and an addition each."""
    layer = torch.nn.Conv2d(
        x_shape[1], w_shape[0], w_shape[2:], stride, padding, dilation, groups, device="meta", dtype=torch.float32
    )
    if layer.weight.shape != tuple(w_shape):
        raise ValueError(f"w_shape must be {tuple(layer.weight.shape)}, got {w_shape}")
    with FlopCounterMode(display=False) as counter:
        y = layer(torch.empty(x_shape, device="meta"))
    parameters = sum(parameter.numel() for parameter in layer.parameters())
    return tuple(y.shape), counter.get_total_flops() // 2, parameters


def declines(*, primitive, **arguments):
    """PyTorch offers "same" for a stride of 1 only."""
    return declines_of_conv2d(primitive=primitive, **arguments)
