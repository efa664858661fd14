"""Two-dimensional transposed convolution, and its gradients.

    y[n, o, r, s]  = b[o] + Σ w[c, o, u, v] · x[n, c, i, j]            over i·sh − ph + u = r and j·sw − pw + v = s

    dx[n, c, i, j] = Σ w[c, o, u, v] · dy[n, o, i·sh − ph + u, j·sw − pw + v]
    dw[c, o, u, v] = Σ x[n, c, i, j] · dy[n, o, i·sh − ph + u, j·sw − pw + v]
    db[o]          = Σ dy[n, o, r, s]

x is (N, C, H, W), w is (C, O, kh, kw), the channels of x first, b is (O,); y and dy are (N, O, H', W') with
H' = (H − 1)·sh − 2·ph + kh + qh and W' likewise, and dy is 0 outside. stride (sh, sw), padding (ph, pw) and
output_padding (qh, qw) are an integer or a pair (rows, columns).

Every cell of x is spread over a window of y, and what overlaps adds up. Without the bias this is the adjoint of conv2d
with the same weights, stride and padding: Σ y·v = Σ x·conv2d(v, w), so dx is conv2d of dy. Hence padding cuts cells off
the result, on every side, and output_padding, which is less than the stride, adds cells at the end: with a stride,
conv2d makes the same size out of several. It undoes sizes, not values; "deconvolution" is another thing.

PyTorch and Caffe keep w as here, Keras and TensorFlow as (kh, kw, O, C); all of them spread the kernel as it is.
`jax.lax.conv_transpose` and Flax, whose w is (kh, kw, C, O), turn it around unless told otherwise
(transpose_kernel=True). Keras and TensorFlow have words in place of numbers: "valid" gives H·sh + max(kh − sh, 0) rows,
"same" H·sh, cutting ⌊(kh − sh)/2⌋ off the start. PyTorch also takes an output_padding that is less than the dilation.

Dumoulin and Visin, A Guide to Convolution Arithmetic for Deep Learning, arXiv:1603.07285, §4, relationships 13 and 14;
Zeiler, Krishnan, Taylor and Fergus, Deconvolutional Networks, CVPR 2010. As measured in PyTorch 2.13, TensorFlow 2.21,
Keras 3.15 and JAX 0.10.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Law,
    Output,
    Pair,
    Primitive,
    Reject,
    Size,
    Tensor,
    constant,
    given,
    integers,
    normal,
    of_shape,
    uniform,
)

from ._windows import classified, columns, rows

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


def convolved(y, w, sh, sw, ph, pw):
    """The convolution whose adjoint this is."""
    return classified(np.pad(y, ((0, 0), (0, 0), (ph, ph), (pw, pw))), w, sh, sw)


def probe(y):
    """Images that weigh every cell differently, in exact numbers."""
    return (np.arange(y.size).reshape(y.shape) * 37 % 64 - 31) / 8


LAYER = dict(n=2, c=3, ih=3, iw=4, o=2, kh=3, kw=3)
SQUARE = dict(n=2, c=2, ih=3, iw=4, o=2, kh=2, kw=3)
TWICE = dict(n=2, c=2, ih=3, iw=2, o=3, kh=4, kw=4, stride=2, padding=1)
MORE = dict(n=2, c=2, ih=3, iw=2, o=3, kh=3, kw=3, stride=2, padding=1, output_padding=1)
ONE_IMAGE = dict(n=1, c=2, ih=3, iw=4, o=3, kh=2, kw=3)

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
    Reject("no images, more rows", **{**ONE_IMAGE, "n": 0}, output_padding=(1, 0), hunts="rows of the next x"),
    Reject("no images, more columns", **{**ONE_IMAGE, "n": 0}, output_padding=(0, 1), hunts="columns of the next x"),
    Reject("no channels", **{**ONE_IMAGE, "c": 0}, hunts="a sum over nothing"),
    Reject("negative output padding", **ONE_IMAGE, output_padding=-1, hunts="a result that is cut at the end"),
    Reject("weights of a convolution", **ONE_IMAGE, w=of_shape((3, 2, 2, 3)), hunts="weights as (O, C, kh, kw)"),
    Reject("an image alone", **ONE_IMAGE, x=of_shape((2, 3, 4)), hunts="an image without a batch axis"),
    Reject("images without rows", **{**ONE_IMAGE, "ih": 0}, stride=1, hunts="a result of nothing"),
)

SIZES = dict(
    tiny=Size(
        "FCN-16s, the scores made twice as large, an image of 256×256",
        n=1,
        c=21,
        ih=8,
        iw=8,
        o=21,
        kh=4,
        kw=4,
        stride=2,
    ),
    small=Size(
        "FCN-16s, the scores made twice as large, 4 images of 512×512",
        n=4,
        c=21,
        ih=16,
        iw=16,
        o=21,
        kh=4,
        kw=4,
        stride=2,
    ),
    large=Size(
        "DCGAN, from 8×8 to 16×16, 8 images",
        **dict(n=8, c=512, ih=8, iw=8, o=256, kh=5, kw=5, stride=2, padding=2, output_padding=1),
    ),
)

X = given([[[[1.0, 2.0], [3.0, -1.0]]]])
KERNEL = given([[[[1.0, 2.0], [0.0, -1.0]]]])

conv_transpose2d = Primitive(
    title="Two-dimensional transposed convolution",
    inputs=(Tensor("x", "n c ih iw"), Tensor("w", "c o kh kw"), Tensor("b", "o")),
    options=OPTIONS,
    outputs=(Output("y", "n o oh ow"),),
    derived=DERIVED,
    cases=(
        *LAYOUTS,
        Case("no bias", **TWICE, b=constant(0), hunts="weights, where the bias cannot be wrong"),
        Case("no weights", **MORE, w=constant(0), hunts="a bias that is missing, or added for every overlap"),
        Case("negative", **TWICE, x=uniform(1, 2), w=uniform(-2, -1), hunts="an activation: negative results stay"),
        Case(
            "not a number",
            x=given([[[[1.0, np.nan, 2.0, 0.5]]], [[[1.0, 2.0, 3.0, 4.0]]]]),
            o=1,
            kh=1,
            kw=3,
            stride=2,
            hunts="a NaN that is skipped, or that spreads beyond its window",
        ),
        Case(
            "whole numbers",
            **MORE,
            x=integers(-4, 4),
            w=integers(-4, 4),
            b=integers(-9, 9),
            exact=True,
            hunts="anything: the result is exact",
        ),
        Case(
            "by hand",
            x=X,
            w=KERNEL,
            b=given([10.0]),
            exact=True,
            hunts="anything: the rows are 1, 4, 4 and 3, 4, −4 and 0, −3, 1, and the bias 10",
        ),
    ),
    laws=(
        Law(
            "the adjoint of a convolution",
            lambda x, w, b, y, sh, sw, ph, pw: (
                ((y - b[:, np.newaxis, np.newaxis]) * probe(y)).sum()
                - (x * convolved(probe(y), w, sh, sw, ph, pw)).sum()
            ),
            hunts="values that arrive at another place than a convolution would take them from",
            where=lambda x: x.size > 0 and bool(np.isfinite(x).all()),
        ),
    ),
    rejects=(
        *BAD_LAYERS,
        Reject("one bias for all", **ONE_IMAGE, b=of_shape((1,)), hunts="a bias that broadcasts"),
        Reject("bias of the input channels", **ONE_IMAGE, b=of_shape((2,)), hunts="a bias of another length"),
    ),
    cost=Cost(
        flops=lambda n, c, o, ih, iw, kh, kw: 2 * n * c * o * ih * iw * kh * kw,
        moved=lambda n, c, ih, iw, o, kh, kw, oh, ow, itemsize: (
            itemsize * (n * c * ih * iw + c * o * kh * kw + o + n * o * oh * ow)
        ),
    ),
    sizes=SIZES,
    independent="n",
)

conv_transpose2d_backward = Primitive(
    title="The gradients of two-dimensional transposed convolution",
    inputs=(Tensor("dy", "n o oh ow"), Tensor("x", "n c ih iw"), Tensor("w", "c o kh kw")),
    options=OPTIONS,
    outputs=(Output("dx", "n c ih iw"), Output("dw", "c o kh kw"), Output("db", "o")),
    derived=DERIVED,
    cases=(
        Case("large upstream gradient", **LAYER, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        *LAYOUTS,
        Case("gradients of ones", **LAYER, dy=constant(1), hunts="positions or images that are not added up"),
        Case("zero gradient", **TWICE, dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("zero images", **TWICE, x=constant(0), hunts="dx, which does not depend on x, or dw, which does"),
        Case("tiny gradient", **TWICE, dy=normal(std=1e-8), hunts="a gradient that is rounded to 0"),
        Case(
            "alike",
            **dict(n=2, c=2, ih=2, iw=2, o=2, kh=2, kw=2, stride=2, padding=1),
            dy=constant(0.5),
            x=constant(3),
            w=constant(3),
            hunts="results in another order, which only here goes unnoticed",
        ),
        Case(
            "whole numbers",
            **MORE,
            x=integers(-4, 4),
            w=integers(-4, 4),
            dy=integers(-4, 4),
            exact=True,
            hunts="anything: the results are exact",
        ),
        Case(
            "by hand",
            dy=given([[[[1.0, 0.0, 2.0], [-1.0, 3.0, 0.0], [0.0, 1.0, 1.0]]]]),
            x=X,
            w=KERNEL,
            exact=True,
            hunts="anything: dx is (−2, 4; 4, 2), dw is (−5, 13; 4, 5), db is 7",
        ),
    ),
    laws=(
        Law(
            "the images' gradient is a convolution",
            lambda dy, w, dx, sh, sw, ph, pw: dx - convolved(dy, w, sh, sw, ph, pw),
            hunts="dx that is not conv2d of dy with the same weights, stride and padding",
            where=lambda dy: dy.size > 0,
        ),
        Law(
            "images and weights share their products",
            lambda x, w, dx, dw: (dw * w).sum() - (dx * x).sum(),
            hunts="dx and dw that do not belong to the same layer: Σ dx·x = Σ dw·w",
        ),
    ),
    rejects=(
        *BAD_LAYERS,
        Reject("gradient of one number", **ONE_IMAGE, dy=of_shape((1, 3, 1, 1)), hunts="a gradient that broadcasts"),
        Reject("gradient of x's size", **ONE_IMAGE, dy=of_shape((1, 3, 3, 4)), hunts="a gradient of another size"),
    ),
    cost=Cost(
        flops=lambda n, c, o, ih, iw, kh, kw, oh, ow: 4 * n * c * o * ih * iw * kh * kw + n * o * oh * ow,
        moved=lambda n, c, ih, iw, o, kh, kw, oh, ow, itemsize: (
            itemsize * (2 * n * c * ih * iw + 2 * c * o * kh * kw + o + n * o * oh * ow)
        ),
    ),
    sizes=SIZES,
    independent="c",
)
