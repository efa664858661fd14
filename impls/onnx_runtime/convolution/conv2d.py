"""The convolution of ONNX Runtime."""

from .._sessions import missing, offer, pair, run

SAME = dict(end="SAME_UPPER", start="SAME_LOWER")


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """Conv, which offers both ways to pad to the same size."""
    offer("same_pad", same_pad, *SAME)
    if isinstance(padding, str):
        pads = dict(auto_pad=SAME[same_pad] if padding == "same" else padding.upper())
    else:
        pads = dict(pads=pair(padding) * 2)
    return run("Conv", x, w, b, strides=pair(stride), dilations=pair(dilation), group=groups, **pads)


def declines(*, x, w, b, padding, dilation, **_):
    """What ONNX Runtime has no kernel for: double precision, and "same" with a dilation."""
    if padding == "same" and pair(dilation) != [1, 1]:
        return "Dilation not supported for AutoPadType::SAME_UPPER or AutoPadType::SAME_LOWER"
    return missing("Conv", x, w, b)
