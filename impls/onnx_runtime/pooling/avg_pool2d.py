"""The average pooling of ONNX Runtime."""

from .._sessions import missing, offer, pair, run


def avg_pool2d(x, *, kernel, stride=None, padding=0, divisor="valid"):
    """AveragePool, which counts the padding when asked to."""
    offer("divisor", divisor, "window", "valid")
    strides = pair(kernel if stride is None else stride)
    counts = int(divisor == "window")
    windows = dict(kernel_shape=pair(kernel), strides=strides, pads=pair(padding) * 2)
    return run("AveragePool", x, **windows, count_include_pad=counts)


def declines(*, x, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("AveragePool", x, kernel_shape=[1, 1])
