"""The sum of windows of ONNX Runtime, which lie in columns, an image at a time."""

import numpy as np

from .._sessions import missing, pair, run


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """Col2Im of the windows turned around: it takes (N, C·kh·kw, H'·W')."""
    windows = cols.reshape(x_shape[0], -1, cols.shape[1]).transpose(0, 2, 1)
    sizes = np.array(x_shape[2:]), np.array(pair(kernel))
    return run("Col2Im", windows, *sizes, strides=pair(stride), pads=pair(padding) * 2)


def declines(*, cols, x_shape, **_):
    """What ONNX Runtime has no kernel for; and of no images nobody knows the number of windows."""
    if x_shape[0] == 0:
        return "cannot reshape array of size 0"
    return missing("Col2Im", cols, *[np.array([1, 1])] * 2)
