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

from ._transposed import BAD_LAYERS, DERIVED, LAYER, LAYOUTS, MANY, MORE, ONE_IMAGE, OPTIONS, TWICE
from ._windows import classified


def convolved(y, w, sh, sw, ph, pw):
    """The convolution whose adjoint this is."""
    return classified(np.pad(y, ((0, 0), (0, 0), (ph, ph), (pw, pw))), w, sh, sw)


def probe(y):
    """Images that weigh every cell differently, in exact numbers."""
    return (np.arange(y.size).reshape(y.shape) * 37 % 64 - 31) / 8


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
        Case("a million cells under windows", n=7, **MANY, b=integers(-9, 9)),
        Case("more than a million cells under windows", n=8, **MANY, b=integers(-9, 9)),
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
        Reject("a bias too many", **ONE_IMAGE, b=of_shape((4,)), hunts="a bias that belongs to no channel"),
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
        Case("more than a million cells under windows", n=8, **MANY, dy=integers(-4, 4)),
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
        Reject(
            "gradient with rows and columns to spare",
            **ONE_IMAGE,
            dy=of_shape((1, 3, 6, 8)),
            hunts="a gradient of which only a part is read",
        ),
        Reject(
            "no images, one gradient", **{**ONE_IMAGE, "n": 0}, dy=of_shape((1, 3, 4, 6)), hunts="a gradient of nothing"
        ),
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
