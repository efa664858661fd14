"""What convolutions have in common: sizes that follow from the options, layouts of windows, images cut into windows."""

import numpy as np

from primcheck.spec import Case, Reject, of_shape


def rows(value):
    """The first number of a pair; an integer or a word stands for both."""
    return value if isinstance(value, (int, str)) else value[0]


def columns(value):
    """The second number of a pair; an integer or a word stands for both."""
    return value if isinstance(value, (int, str)) else value[1]


def cells(padding):
    """How many cells of padding a number means; "valid" means none, "same" is not asked."""
    return 0 if isinstance(padding, str) else padding


def count(length, kernel, stride, padding, dilation=1):
    """How many windows fit; where there can be none, as in a bad input, the number only has to exist."""
    return (
        -(-length // stride)
        if padding == "same"
        else max((length + 2 * cells(padding) - dilation * (kernel - 1) - 1) // max(stride, 1) + 1, 0)
    )


DERIVED = dict(
    ic=lambda c, groups: c // max(groups, 1),
    sh=lambda stride: rows(stride),
    sw=lambda stride: columns(stride),
    oh=lambda ih, kh, stride, padding, dilation: count(ih, kh, rows(stride), rows(padding), rows(dilation)),
    ow=lambda iw, kw, stride, padding, dilation: count(iw, kw, columns(stride), columns(padding), columns(dilation)),
)


def patches(x, kh, kw, sh=1, sw=1):
    """Cut images (N, C, H, W) into windows (N, output rows, output columns, C, kh, kw)."""
    return np.lib.stride_tricks.sliding_window_view(x, (kh, kw), (2, 3))[:, :, ::sh, ::sw].transpose(0, 2, 3, 1, 4, 5)


def classified(x, w, sh, sw):
    """Show every window, flattened, to a dense layer of the weights: (N, O, output rows, output columns)."""
    return np.tensordot(patches(x, *w.shape[2:], sh, sw), w, ((3, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)


def unpadded(padding):
    """True where no cell of padding takes part."""
    return padding in (0, "valid")


LAYER = dict(n=2, c=3, ih=5, iw=6, o=2, kh=3, kw=3)
OBLONG = dict(n=2, c=2, ih=4, iw=7, o=3, kh=2, kw=3)
UPRIGHT = dict(n=1, c=2, ih=7, iw=4, o=3, kh=3, kw=2)
ONE_BY_ONE = dict(n=2, c=4, ih=3, iw=2, o=3, kh=1, kw=1)
WHOLE_IMAGE = dict(n=2, c=2, ih=3, iw=4, o=3, kh=3, kw=4)
OVERLAPPING = dict(n=2, c=2, ih=7, iw=5, o=3, kh=3, kw=3, stride=2)
GAPPED = dict(n=2, c=2, ih=8, iw=5, o=3, kh=2, kw=2, stride=3)
SUBSAMPLED = dict(n=2, c=2, ih=5, iw=3, o=3, kh=1, kw=1, stride=2)
UNEQUAL_STRIDES = dict(n=2, c=2, ih=5, iw=8, o=3, kh=2, kw=2, stride=(1, 3))
RAGGED = dict(n=2, c=2, ih=6, iw=8, o=3, kh=3, kw=3, stride=2)
PADDED = dict(n=2, c=2, ih=4, iw=5, o=3, kh=3, kw=3, padding=1)
PADDED_BY_TWO = dict(n=1, c=2, ih=5, iw=6, o=3, kh=4, kw=4, stride=2, padding=2)
PADDED_ROWS = dict(n=2, c=2, ih=4, iw=5, o=3, kh=3, kw=2, stride=(2, 1), padding=(1, 0))
PADDED_COLUMNS = dict(n=2, c=2, ih=5, iw=4, o=3, kh=2, kw=4, stride=(1, 2), padding=(0, 2))
WIDELY_PADDED = dict(n=1, c=2, ih=3, iw=2, o=2, kh=2, kw=2, stride=2, padding=3)
VALID = dict(n=2, c=2, ih=4, iw=5, o=3, kh=3, kw=2, padding="valid")
SAME = dict(n=2, c=2, ih=4, iw=5, o=3, kh=3, kw=5, padding="same")
SAME_EVEN = dict(n=2, c=2, ih=4, iw=5, o=3, kh=2, kw=4, padding="same")
SAME_STRIDED = dict(n=2, c=2, ih=6, iw=7, o=3, kh=3, kw=4, stride=2, padding="same")
SAME_SMALL = dict(n=1, c=2, ih=5, iw=7, o=2, kh=1, kw=2, stride=3, padding="same")
SAME_DILATED = dict(n=1, c=2, ih=5, iw=6, o=2, kh=2, kw=3, dilation=(3, 2), padding="same")
DILATED = dict(n=2, c=2, ih=6, iw=7, o=3, kh=3, kw=3, dilation=2)
DILATED_UNEQUALLY = dict(n=1, c=2, ih=6, iw=8, o=3, kh=2, kw=3, dilation=(1, 3), stride=(2, 1), padding=1)
IN_GROUPS = dict(n=2, c=4, ih=4, iw=5, o=6, kh=3, kw=2, groups=2)
DEPTHWISE = dict(n=2, c=3, ih=5, iw=4, o=6, kh=3, kw=3, groups=3, padding=1)
ONE_CHANNEL = dict(n=2, c=1, ih=4, iw=5, o=3, kh=3, kw=2)
ONE_OUTPUT = dict(n=2, c=3, ih=4, iw=5, o=1, kh=2, kw=3)
ONE_IMAGE = dict(n=1, c=2, ih=4, iw=5, o=3, kh=2, kw=3)
NO_IMAGES = dict(n=0, c=2, ih=4, iw=5, o=3, kh=2, kw=3)

LAYOUTS = (
    Case("layer", **LAYER, hunts="a kernel that is turned around, or channels that are not summed"),
    Case("oblong kernel", **OBLONG, hunts="rows and columns of the kernel exchanged"),
    Case("upright kernel", **UPRIGHT, hunts="rows and columns of the kernel exchanged"),
    Case("kernel of one", **ONE_BY_ONE, hunts="channels that are not mixed, where there is nothing else to do"),
    Case("the whole image", **WHOLE_IMAGE, hunts="an output of one cell: here the layer is a dense one"),
    Case("overlapping windows", **OVERLAPPING, hunts="a stride that is ignored, or an output index used without it"),
    Case("gaps between windows", **GAPPED, hunts="windows that start at i·kernel in place of i·stride"),
    Case("every other cell", **SUBSAMPLED, hunts="a stride that is larger than a kernel of 1"),
    Case("strides of their own", **UNEQUAL_STRIDES, hunts="the stride of the rows used for the columns"),
    Case("ragged end", **RAGGED, hunts="a last window that hangs over the edge: the output size rounded up"),
    Case("padded", **PADDED, hunts="padding that is forgotten, or put at one end only"),
    Case("padded by two, even kernel", **PADDED_BY_TWO, hunts="padding of 1 built in, or a kernel taken for odd"),
    Case("padded rows", **PADDED_ROWS, hunts="one padding used for rows and columns alike, or cut off with p:−p"),
    Case("padded columns", **PADDED_COLUMNS, hunts="one padding used for rows and columns alike, or cut off with p:−p"),
    Case("padding larger than the kernel", **WIDELY_PADDED, hunts="windows of nothing but padding"),
    Case("valid", **VALID, hunts="the word that means no padding"),
    Case("same, odd kernel", **SAME, hunts="padding computed from one side of the kernel"),
    Case("same, even kernel", **SAME_EVEN, hunts="the odd cell of padding, which is asked for at one end"),
    Case("same, with a stride", **SAME_STRIDED, hunts="half the kernel on every side, which shifts the windows here"),
    Case("same, stride beyond the kernel", **SAME_SMALL, hunts="padding that turns negative"),
    Case("same, dilated", **SAME_DILATED, hunts="padding computed without the dilation"),
    Case("dilated", **DILATED, hunts="taps that lie next to each other"),
    Case("dilated unequally", **DILATED_UNEQUALLY, hunts="dilation, stride and padding mixed up with each other"),
    Case("two groups", **IN_GROUPS, hunts="groups that all see the same channels, or every second one"),
    Case("depthwise", **DEPTHWISE, hunts="groups of one channel with two outputs each, in another order"),
    Case("one channel", **ONE_CHANNEL, hunts="code that drops an axis of length 1"),
    Case("one output channel", **ONE_OUTPUT, hunts="code that drops an axis of length 1"),
    Case("one image", **ONE_IMAGE, hunts="code that drops an axis of length 1"),
)

BAD_LAYERS = (
    Reject("stride zero", **ONE_IMAGE, stride=0, hunts="windows that never move on"),
    Reject("negative stride", **ONE_IMAGE, stride=-1, hunts="windows that move backwards"),
    Reject("dilation zero", **ONE_IMAGE, dilation=0, hunts="taps that all meet the same cell"),
    Reject("dilation of no columns", **ONE_IMAGE, dilation=(1, 0), hunts="taps that all meet the same column"),
    Reject("negative padding", **ONE_IMAGE, padding=-1, hunts="an image that is cut in place of padded"),
    Reject("unknown padding", **ONE_IMAGE, padding="full", hunts="a word that is taken for another one"),
    Reject("kernel larger than the image", **{**ONE_IMAGE, "kh": 5}, hunts="a window that does not fit"),
    Reject("kernel of no rows", **{**ONE_IMAGE, "kh": 0}, padding=1, hunts="windows without cells"),
    Reject("dilated beyond the image", **ONE_IMAGE, dilation=(4, 1), hunts="a window that does not fit"),
    Reject("groups that do not divide", **{**IN_GROUPS, "o": 5}, hunts="outputs that belong to no group"),
    Reject("no channels", **{**ONE_IMAGE, "c": 0}, hunts="a sum over nothing"),
    Reject("no outputs", **{**ONE_IMAGE, "o": 0}, hunts="a layer that gives nothing"),
    Reject("more groups than channels", **{**ONE_IMAGE, "o": 4, "groups": 4}, hunts="groups without channels"),
    Reject("no groups", **{**IN_GROUPS, "groups": 0}, hunts="a division by 0"),
    Reject("other channels", **ONE_IMAGE, x=of_shape((1, 3, 4, 5)), hunts="channels that no weight belongs to"),
    Reject("an image alone", **ONE_IMAGE, x=of_shape((2, 4, 5)), hunts="an image without a batch axis"),
    Reject("weights of one channel", **ONE_IMAGE, w=of_shape((3, 1, 2, 3)), hunts="weights that broadcast"),
)

BAD_GRADIENTS = (
    Reject("gradient of one number", **ONE_IMAGE, dy=of_shape((1, 3, 1, 1)), hunts="a gradient that broadcasts"),
    Reject(
        "gradient turned around", **ONE_IMAGE, dy=of_shape((1, 3, 3, 2)), hunts="height and width exchanged: 3 by 3"
    ),
    Reject(
        "gradient turned around, oblong",
        **{**ONE_IMAGE, "iw": 6},
        dy=of_shape((1, 3, 4, 3)),
        hunts="height and width exchanged: 3 by 4",
    ),
    Reject(
        "no images, one gradient", **{**ONE_IMAGE, "n": 0}, dy=of_shape((1, 3, 3, 3)), hunts="a gradient of nothing"
    ),
    Reject("gradient of more channels", **ONE_IMAGE, dy=of_shape((1, 4, 3, 3)), hunts="a gradient that is cut"),
    Reject("gradient of other channels", **ONE_IMAGE, dy=of_shape((1, 2, 3, 3)), hunts="a gradient of x's channels"),
)
