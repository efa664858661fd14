"""Layers whose backward pass updates their weights at once, as in a well-known introduction to CNNs: gradients are told by
how far the weights move. Images are single, of two axes; the layers return nothing for the gradient of the image.
"""

import numpy as np

from primcheck.style import UNSEEN, Follows, Number, Style, declines

style = Style(
    title="CNNs from scratch",
    source="Victor Zhou, CNNs, an introduction from scratch",
    expects="""
        Conv3x3(num_filters): forward(input), backprop(d_L_d_out, learn_rate)
        MaxPool2(): forward(input), backprop(d_L_d_out)
    """,
)

RATE = 2.0**30
"""A rate so large that the old weights do not round the gradient, and that changes no digit of it."""


def _other_windows(arguments):
    kernel, stride = arguments["kernel"], arguments["stride"]
    return "" if kernel in (2, (2, 2)) and stride in (None, 2, (2, 2)) else "has windows of 2 by 2"


def _other_kernels(arguments):
    w = arguments["w"]
    if w.shape[1:] != (1, 3, 3):
        return "has kernels of 3 by 3 on one channel"
    return (
        ""
        if arguments["stride"] in (1, (1, 1)) and arguments["padding"] in (0, (0, 0))
        else "has a stride of 1, no padding"
    )


@declines(_other_kernels)
def conv2d(theirs, x, w, b, *, stride: Number, padding: Number):
    layer = _layer(theirs.Conv3x3(len(w)), w)
    y = np.stack([layer.forward(image[0]).transpose(2, 0, 1) for image in x])
    return y + b[:, None, None]


@declines(_other_kernels)
def conv2d_backward(theirs, dy, x, w, *, stride: Number, padding: Number):
    total = np.zeros_like(w)
    for d, image in zip(dy, x, strict=True):
        layer = _layer(theirs.Conv3x3(len(w)), np.zeros_like(w))
        layer.forward(image[0])
        layer.backprop(d.transpose(1, 2, 0), RATE)
        total += -(layer.filters / RATE).reshape(w.shape)
    return UNSEEN, total, UNSEEN


@declines(_other_windows)
def max_pool2d(theirs, x, *, kernel: Number, stride: Number):
    return np.stack([theirs.MaxPool2().forward(image.transpose(1, 2, 0)).transpose(2, 0, 1) for image in x])


@declines(_other_windows)
def max_pool2d_backward(theirs, dy, x, *, kernel: Number, stride: Number, ties=Follows("all", "first")):
    parts = []
    for d, image in zip(dy, x, strict=True):
        layer = theirs.MaxPool2()
        layer.forward(image.transpose(1, 2, 0))
        parts.append(layer.backprop(d.transpose(1, 2, 0)).transpose(2, 0, 1))
    return np.stack(parts)


def _layer(layer, w):
    layer.filters = w.reshape(len(w), 3, 3).copy()
    return layer
