"""The max pooling of ONNX Runtime."""

from .._sessions import pair, run


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """MaxPool."""
    strides = pair(kernel if stride is None else stride)
    return run("MaxPool", x, kernel_shape=pair(kernel), strides=strides, pads=pair(padding) * 2)
