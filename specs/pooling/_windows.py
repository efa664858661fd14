"""What the pooling primitives have in common: options, sizes that follow from them, layouts of windows, bad windows."""

from primcheck.spec import Case, Pair, Reject, Size, of_shape

OPTIONS = (Pair("kernel", low=1), Pair("stride", None, low=1), Pair("padding", 0))


def rows(value):
    """The first number of a pair; an integer stands for both."""
    return value if isinstance(value, int) else value[0]


def columns(value):
    """The second number of a pair; an integer stands for both."""
    return value if isinstance(value, int) else value[1]


def count(length, kernel, stride, padding):
    """How many windows fit; where there can be none, as in a bad input, the number only has to exist."""
    return max((length + 2 * padding - kernel) // max(stride, 1) + 1, 0)


DERIVED = dict(
    kh=lambda kernel: rows(kernel),
    kw=lambda kernel: columns(kernel),
    sh=lambda kernel, stride: rows(kernel if stride is None else stride),
    sw=lambda kernel, stride: columns(kernel if stride is None else stride),
    ph=lambda padding: rows(padding),
    pw=lambda padding: columns(padding),
    oh=lambda h, kh, sh, ph: count(h, kh, sh, ph),
    ow=lambda w, kw, sw, pw: count(w, kw, sw, pw),
)

SIDE_BY_SIDE = dict(n=2, c=3, h=4, w=6, kernel=2)
OBLONG = dict(n=2, c=2, h=4, w=9, kernel=(2, 3))
UPRIGHT = dict(n=1, c=2, h=9, w=4, kernel=(3, 2))
OVERLAPPING = dict(n=2, c=2, h=7, w=5, kernel=3, stride=2)
STRIDE_ONE = dict(n=1, c=2, h=4, w=5, kernel=2, stride=1)
GAPPED = dict(n=2, c=2, h=8, w=5, kernel=2, stride=3)
UNEQUAL_STRIDES = dict(n=1, c=2, h=5, w=8, kernel=2, stride=(1, 3))
RAGGED = dict(n=2, c=2, h=5, w=8, kernel=3)
RAGGED_OVERLAPPING = dict(n=1, c=2, h=6, w=8, kernel=3, stride=2)
RAGGED_GAPPED = dict(n=1, c=2, h=9, w=6, kernel=2, stride=4)
PADDED = dict(n=2, c=2, h=6, w=5, kernel=3, stride=2, padding=1)
PADDED_SAME = dict(n=1, c=2, h=4, w=5, kernel=3, stride=1, padding=1)
PADDED_BY_TWO = dict(n=1, c=2, h=5, w=7, kernel=4, stride=2, padding=2)
PADDED_ROWS = dict(n=2, c=2, h=4, w=5, kernel=(3, 2), stride=(2, 1), padding=(1, 0))
PADDED_COLUMNS = dict(n=1, c=2, h=5, w=4, kernel=(2, 4), stride=(1, 2), padding=(0, 2))
PADDED_SIDE_BY_SIDE = dict(n=1, c=2, h=4, w=6, kernel=2, padding=1)
ONE_CELL = dict(n=2, c=2, h=3, w=4, kernel=1)
SUBSAMPLED = dict(n=2, c=2, h=5, w=4, kernel=1, stride=2)
WHOLE_IMAGE = dict(n=2, c=3, h=3, w=4, kernel=(3, 4))
ONE_CHANNEL = dict(n=3, c=1, h=4, w=6, kernel=2)
ONE_IMAGE = dict(n=1, c=3, h=4, w=6, kernel=2)
NO_CHANNELS = dict(n=2, c=0, h=4, w=6, kernel=2)
NO_IMAGES = dict(n=0, c=2, h=4, w=6, kernel=2)

TWIN = dict(n=1, c=2, h=6, w=5, kernel=3, stride=2, padding=1)

WIDELY_PADDED = (
    # Four calls that differ in one option each: what is kept for images of a size must not be used for the others.
    Case("an image", **TWIN, hunts="windows that were worked out for another kernel, stride or padding"),
    Case(
        "the same image, smaller windows", **{**TWIN, "kernel": 2}, hunts="windows kept from a call with another kernel"
    ),
    Case(
        "the same image, stride of one", **{**TWIN, "stride": 1}, hunts="windows kept from a call with another stride"
    ),
    Case("the same image, bare", **{**TWIN, "padding": 0}, hunts="windows kept from a call with another padding"),
    Case(
        "padding larger than the stride",
        **dict(n=1, c=2, h=6, w=7, kernel=5, stride=1, padding=2),
        hunts="padding that is cut at the stride, or a kernel that is taken for small",
    ),
    Case(
        "unequal padding larger than the stride",
        **dict(n=1, c=2, h=9, w=5, kernel=(7, 3), stride=(2, 1), padding=(3, 1)),
        hunts="padding of more than two, or cut at the stride",
    ),
    Case(
        "windows far apart, padded",
        **dict(n=1, c=2, h=6, w=4, kernel=3, stride=(3, 4), padding=1),
        hunts="padded columns that no window begins in, where others are lost",
    ),
    Case(
        "windows farther apart, padded",
        **dict(n=1, c=2, h=3, w=4, kernel=2, stride=4, padding=1),
        hunts="a second window that takes part of the first one's columns",
    ),
    Case(
        "large windows, padded columns",
        **dict(n=1, c=2, h=4, w=4, kernel=4, padding=(1, 2)),
        hunts="a place of the maximum that is counted from the padding",
    ),
    Case(
        "upright windows, many rows of padding",
        **dict(n=1, c=2, h=4, w=4, kernel=(7, 3), stride=1, padding=(3, 1)),
        hunts="rows above the image that are taken for the last ones",
    ),
    Case(
        "kernel larger than the image",
        **dict(n=1, c=2, h=2, w=1, kernel=5, stride=(2, 1), padding=2),
        hunts="an image of one column refused, or a kernel that has to fit without the padding",
    ),
)

IMAGES = dict(n=1, c=2, h=4, w=6)

BAD_WINDOWS = (
    Reject("stride zero", **IMAGES, kernel=2, stride=0, hunts="windows that never move on"),
    Reject("negative stride", **IMAGES, kernel=2, stride=-1, hunts="windows that move backwards"),
    Reject("kernel of no rows", **IMAGES, kernel=(0, 2), hunts="a window without cells"),
    Reject("kernel of no columns", **IMAGES, kernel=(2, 0), stride=1, hunts="a window without cells"),
    Reject("stride backwards in the row", **IMAGES, kernel=2, stride=(1, -1), hunts="windows that move backwards"),
    Reject("columns cut", **IMAGES, kernel=2, padding=(0, -1), hunts="an image that is cut in place of padded"),
    Reject("kernel beyond the padding", **IMAGES, kernel=7, padding=1, hunts="a window that does not fit"),
    Reject("negative padding", **IMAGES, kernel=2, padding=-1, hunts="an image that is cut in place of padded"),
    Reject("padding beyond half the kernel", **IMAGES, kernel=2, padding=2, hunts="windows of nothing but padding"),
    Reject("kernel larger than the image", **IMAGES, kernel=5, hunts="a window that does not fit"),
    Reject("images without rows", n=1, c=2, h=0, w=4, kernel=2, padding=1, hunts="images that are nothing but padding"),
    Reject("images without columns", n=1, c=2, h=4, w=0, kernel=2, padding=1, hunts="images of nothing but padding"),
    Reject("five axes", **IMAGES, kernel=2, x=of_shape((1, 2, 4, 6, 1)), hunts="images with three axes of positions"),
    Reject("two axes", **IMAGES, kernel=2, x=of_shape((4, 6)), hunts="a matrix in place of images"),
)

BAD_GRADIENTS = (
    Reject("gradient of one number", **IMAGES, kernel=2, dy=of_shape((1, 1, 1, 1)), hunts="a gradient that broadcasts"),
    Reject("gradient of x's shape", **IMAGES, kernel=2, dy=of_shape((1, 2, 4, 6)), hunts="a gradient of x, not of y"),
    Reject(
        "gradient of other windows", **IMAGES, kernel=2, dy=of_shape((1, 2, 3, 2)), hunts="height and width exchanged"
    ),
)

LENET = Size("LeNet-5, the second pooling, 4 images", n=4, c=16, h=10, w=10, kernel=2)
ALEXNET = Size("AlexNet, the first pooling, 32 images", n=32, c=64, h=55, w=55, kernel=3, stride=2)
