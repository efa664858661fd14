"""The transposed convolution of ONNX Runtime."""

from .._sessions import missing, pair, run


def conv_transpose2d(x, w, b, *, stride=1, padding=0, output_padding=0):
    """ConvTranspose."""
    windows = dict(strides=pair(stride), pads=pair(padding) * 2, output_padding=pair(output_padding))
    return run("ConvTranspose", x, w, b, **windows)


def declines(*, x, w, b, **_):
    """What ONNX Runtime has no kernel for."""
    return missing("ConvTranspose", x, w, b)
