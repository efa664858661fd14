"""Images cut into windows, one to a row.

    cols[(n·H' + i)·W' + j, (c·kh + u)·kw + v] = x[n, c, i·sh − ph + u, j·sw − pw + v]

x is (N, C, H, W) with H, W ≥ 1, and 0 outside the image. cols is (N·H'·W', C·kh·kw) with H' = ⌊(H + 2·ph − kh)/sh⌋ + 1
and W' likewise: a row for each window, in the order of images, output rows and output columns, and in it the channels
one after the other, each row by row, as in weights (O, C, kh, kw). kernel (kh, kw), stride (sh, sw) and padding (ph, pw)
are an integer or a pair (rows, columns). Nothing is computed: values are copied, a NaN too, and a cell that several
windows cover is copied several times.

A convolution is then one product: y = cols wᵀ + b with w as a matrix (O, C·kh·kw), rows being positions. Layouts differ:
PyTorch's unfold returns (N, C·kh·kw, H'·W'), CS231n and Caffe lay each window out as a column, CS231n with the images
changing fastest; MATLAB's im2col goes down the columns of a window. Rows in the order given here are those of Deep
Learning from Scratch.

Chellapilla, Puri and Simard, High Performance Convolutional Neural Networks for Document Processing, IWFHR 2006, §3;
Saito, Deep Learning from Scratch, O'Reilly Japan 2016, §7.4.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Law,
    Output,
    Primitive,
    Reject,
    Tensor,
    choice,
    constant,
    given,
    of_shape,
    uniform,
)

from ._columns import DERIVED, IMAGES, OPTIONS, bad_layouts, layouts, sizes, windows

PADDED = dict(n=2, c=2, h=4, w=5, kernel=3, stride=2, padding=1)
SPECIAL = [[np.nan, 1.0, -np.inf], [-2.0, np.inf, 0.5]]

im2col = Primitive(
    title="Images cut into windows",
    inputs=(Tensor("x", "n c h w"),),
    options=OPTIONS,
    outputs=(Output("cols", "p q", exact=True),),
    derived=DERIVED,
    cases=(
        *layouts(dict),
        Case("all negative, padded", **PADDED, x=uniform(-3, -1), hunts="a border that is repeated in place of zeros"),
        Case("ties", **PADDED, x=choice(0, 1), hunts="cells that are found by their value"),
        Case(
            "constant",
            n=1,
            c=1,
            h=3,
            w=3,
            kernel=2,
            x=constant(3),
            hunts="windows laid out as columns, which only here goes unnoticed",
        ),
        Case(
            "special values", x=given([[SPECIAL]]), kernel=2, padding=1, hunts="values that are computed with: NaN, ∞"
        ),
        Case(
            "by hand",
            x=given([[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[-1.0, -2.0, -3.0], [-4.0, -5.0, -6.0]]]]),
            kernel=2,
            exact=True,
            hunts="anything: the rows are 1, 2, 4, 5, −1, −2, −4, −5 and 2, 3, 5, 6, −2, −3, −5, −6",
        ),
    ),
    laws=(
        Law(
            "each window is a row",
            lambda x, kh, kw, sh, sw, ph, pw, cols: cols - windows(x, kh, kw, sh, sw, ph, pw),
            hunts="a row that is not the window of its place",
            where=lambda x: x.size > 0 and bool(np.isfinite(x).all()),
            exact=True,
        ),
    ),
    rejects=(
        *bad_layouts(dict),
        Reject("images without rows", n=1, c=2, h=0, w=4, kernel=2, padding=1, hunts="nothing but padding"),
        Reject("an image alone", **IMAGES, kernel=2, x=of_shape((2, 4, 6)), hunts="an image without a batch axis"),
    ),
    cost=Cost(
        flops=lambda: 0,
        moved=lambda n, c, h, w, p, q, itemsize: itemsize * (n * c * h * w + p * q),
    ),
    sizes=sizes(dict),
)
