"""What transposed convolution and its gradients are asked alike: layers of all kinds, and layers that cannot be."""

from primcheck.spec import Case, Pair, Reject, integers, of_shape

from ._windows import columns, rows

OPTIONS = (Pair("stride", 1, low=1), Pair("padding", 0), Pair("output_padding", 0))


def length(size, kernel, stride, padding, more):
    """How many rows or columns come out; where there can be none, as in a bad input, the number only has to exist."""
    return max((size - 1) * stride - 2 * padding + kernel + more, 0)


DERIVED = dict(
    sh=lambda stride: rows(stride),
    sw=lambda stride: columns(stride),
    ph=lambda padding: rows(padding),
    pw=lambda padding: columns(padding),
    oh=lambda ih, kh, sh, ph, output_padding: length(ih, kh, sh, ph, rows(output_padding)),
    ow=lambda iw, kw, sw, pw, output_padding: length(iw, kw, sw, pw, columns(output_padding)),
)


LAYER = dict(n=2, c=3, ih=3, iw=4, o=2, kh=3, kw=3)
SQUARE = dict(n=2, c=2, ih=3, iw=4, o=2, kh=2, kw=3)
TWICE = dict(n=2, c=2, ih=3, iw=2, o=3, kh=4, kw=4, stride=2, padding=1)
MORE = dict(n=2, c=2, ih=3, iw=2, o=3, kh=3, kw=3, stride=2, padding=1, output_padding=1)
ONE_IMAGE = dict(n=1, c=2, ih=3, iw=4, o=3, kh=2, kw=3)

# More than a million cells under windows, which are written in several pieces where they are held in matrices.
MANY = dict(
    **dict(c=1, ih=25, iw=25, o=1, kh=16, kw=16, padding=1),
    x=integers(-4, 4),
    w=integers(-4, 4),
    dtypes=("float64",),
    exact=True,
    hunts="images taken a few at a time, of which some, or a last single one, are left out or mixed up",
)

LAYOUTS = (
    Case("layer", **LAYER, hunts="a kernel that is turned around, or overlaps that are overwritten"),
    Case("as many out as in", **SQUARE, hunts="channels exchanged, which only here runs"),
    Case("oblong kernel", n=1, c=2, ih=4, iw=2, o=3, kh=2, kw=3, hunts="rows and columns of the kernel exchanged"),
    Case("kernel of one", n=2, c=4, ih=3, iw=2, o=3, kh=1, kw=1, hunts="channels that are not mixed"),
    Case("one cell", n=2, c=2, ih=1, iw=1, o=3, kh=3, kw=2, hunts="a result that is not the kernel itself"),
    Case("stride of two", n=2, c=2, ih=3, iw=2, o=3, kh=3, kw=3, stride=2, hunts="windows that lie one cell apart"),
    Case("side by side", n=2, c=2, ih=2, iw=3, o=3, kh=2, kw=2, stride=2, hunts="a stride that is ignored"),
    Case(
        "gaps between windows", n=2, c=2, ih=3, iw=2, o=3, kh=2, kw=1, stride=3, hunts="cells that only have the bias"
    ),
    Case(
        "strides of their own", n=2, c=2, ih=3, iw=2, o=3, kh=3, kw=3, stride=(1, 3), hunts="the rows' stride for both"
    ),
    Case("padded", n=2, c=2, ih=4, iw=3, o=3, kh=3, kw=3, padding=1, hunts="padding that adds cells, or is ignored"),
    Case("padded by two", n=1, c=2, ih=4, iw=3, o=3, kh=5, kw=4, padding=2, hunts="padding of 1 built in"),
    Case("padded rows", **SQUARE, padding=(1, 0), hunts="one padding used for rows and columns alike"),
    Case("padded columns", **SQUARE, padding=(0, 2), hunts="one padding used for rows and columns alike"),
    Case("twice the size", **TWICE, hunts="padding that is cut off at one end only"),
    Case("output padding", **MORE, hunts="output padding that is ignored, filled with 0, or put at the start"),
    Case(
        "output padding behind everything",
        **dict(n=2, c=2, ih=2, iw=2, o=3, kh=2, kw=2, stride=3, output_padding=(2, 1)),
        hunts="cells that no window reaches, which have the bias",
    ),
    Case(
        "output padding beyond the other stride",
        **dict(n=2, c=2, ih=2, iw=3, o=3, kh=2, kw=2, stride=(4, 2), output_padding=(3, 1)),
        hunts="the stride of the columns as the limit of the rows' output padding",
    ),
    Case(
        "output padding beyond the rows' stride",
        **dict(n=2, c=2, ih=3, iw=2, o=3, kh=2, kw=2, stride=(2, 4), output_padding=(1, 3)),
        hunts="the stride of the rows as the limit of the columns' output padding",
    ),
    Case("output padding of rows", **{**MORE, "output_padding": (1, 0)}, hunts="one output padding used for both"),
    Case("one channel", **{**ONE_IMAGE, "c": 1}, hunts="code that drops an axis of length 1"),
    Case("one output channel", **{**LAYER, "o": 1}, hunts="code that drops an axis of length 1"),
    Case("one image", **ONE_IMAGE, hunts="code that drops an axis of length 1"),
    Case("no images", **{**ONE_IMAGE, "n": 0}, hunts="an empty batch that makes the call fail"),
)

BAD_LAYERS = (
    Reject("stride zero", **ONE_IMAGE, stride=0, hunts="windows that all lie on each other"),
    Reject("negative padding", **ONE_IMAGE, padding=-1, hunts="a result that grows"),
    Reject("nothing left", **ONE_IMAGE, padding=2, hunts="a result that is cut off altogether"),
    Reject("output padding of a stride", **ONE_IMAGE, stride=2, output_padding=2, hunts="a size of the next x"),
    Reject(
        "output padding of a row", **ONE_IMAGE, stride=2, output_padding=(2, 0), hunts="a number of rows of the next x"
    ),
    Reject("output padding of a column", **ONE_IMAGE, stride=2, output_padding=(0, 2), hunts="columns of the next x"),
    Reject(
        "output padding of a cell",
        **{**ONE_IMAGE, "ih": 1, "iw": 1},
        output_padding=1,
        hunts="a size of the next x, where x is one cell, which broadcasts",
    ),
    Reject(
        "output padding of a lone row",
        **{**ONE_IMAGE, "ih": 1},
        stride=2,
        output_padding=(3, 0),
        hunts="a number of rows of the next x, where x is one row, which broadcasts",
    ),
    Reject("no images, more rows", **{**ONE_IMAGE, "n": 0}, output_padding=(1, 0), hunts="rows of the next x"),
    Reject("no images, more columns", **{**ONE_IMAGE, "n": 0}, output_padding=(0, 1), hunts="columns of the next x"),
    Reject("no images, cut rows", **{**ONE_IMAGE, "n": 0}, output_padding=(-1, 0), hunts="a result that is cut"),
    Reject("no channels", **{**ONE_IMAGE, "c": 0}, hunts="a sum over nothing"),
    Reject("negative output padding", **ONE_IMAGE, output_padding=-1, hunts="a result that is cut at the end"),
    Reject("weights of a convolution", **ONE_IMAGE, w=of_shape((3, 2, 2, 3)), hunts="weights as (O, C, kh, kw)"),
    Reject("an image alone", **ONE_IMAGE, x=of_shape((2, 3, 4)), hunts="an image without a batch axis"),
    Reject("images without rows", **{**ONE_IMAGE, "ih": 0}, stride=1, hunts="a result of nothing"),
)
