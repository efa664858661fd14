"""Windows added back into images.

    x[n, c, r, s] = Σ cols[(n·H' + i)·W' + j, (c·kh + u)·kw + v]        over i·sh − ph + u = r and j·sw − pw + v = s

cols is (N·H'·W', C·kh·kw) with H' = ⌊(H + 2·ph − kh)/sh⌋ + 1 and W' likewise, laid out as im2col makes it: a row for
each window, in the order of images, output rows and output columns, and in it the channels one after the other, each
row by row. x_shape is (N, C, H, W), four whole numbers, since cols alone does not tell it: x has that shape. kernel
(kh, kw), stride (sh, sw) and padding (ph, pw) are an integer or a pair (rows, columns).

This is the adjoint of im2col, Σ cols · im2col(v) = Σ col2im(cols) · v for all images v, and not its inverse: what
several windows hold for a cell adds up, since the gradients of a convolution do. What windows hold for padding is
dropped, and a cell that no window covers is 0. PyTorch's fold takes (N, C·kh·kw, H'·W'), CS231n and Caffe take each
window as a column.

Saito, Deep Learning from Scratch, O'Reilly Japan 2016, §7.4 and its common/util.py; fold of PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import Case, Cost, Counts, Law, Output, Primitive, Reject, Tensor, constant, given, of_shape

from ._columns import DERIVED, OPTIONS, bad_layouts, layouts, sizes, windows


def images(n, c, h, w, **options):
    """A layout in the words of col2im, which is told the shape of the images."""
    return dict(x_shape=(n, c, h, w), **options)


def probe(x):
    """Images that weigh every cell differently, in exact numbers."""
    return (np.arange(x.size).reshape(x.shape) * 37 % 64 - 31) / 8


PADDED = images(n=2, c=2, h=4, w=5, kernel=3, stride=2, padding=1)
IMAGE = images(n=1, c=2, h=4, w=6, kernel=2)
UNFOLDED = dict(n=1, c=2, h=4, w=6, cols=of_shape((15, 8)))

col2im = Primitive(
    title="Windows added back into images",
    inputs=(Tensor("cols", "p q"), Counts("x_shape")),
    options=OPTIONS,
    outputs=(Output("x", "n c h w"),),
    derived=dict(
        n=lambda x_shape: x_shape[0],
        c=lambda x_shape: x_shape[1],
        h=lambda x_shape: x_shape[2],
        w=lambda x_shape: x_shape[3],
        **DERIVED,
    ),
    cases=(
        *layouts(images),
        Case("ones", **PADDED, cols=constant(1), hunts="sums divided by the number of windows, which they are here"),
        Case("nothing", **PADDED, cols=constant(0), hunts="values that come from nowhere"),
        Case(
            "by hand",
            cols=given([[1.0, 2.0, 3.0, 4.0], [10.0, 20.0, 30.0, 40.0]]),
            x_shape=(1, 1, 2, 3),
            kernel=2,
            exact=True,
            hunts="anything: the rows are 1, 2 + 10, 20 and 3, 4 + 30, 40",
        ),
    ),
    laws=(
        Law(
            "the adjoint of cutting into windows",
            lambda cols, x, kh, kw, sh, sw, ph, pw: (
                (cols * windows(probe(x), kh, kw, sh, sw, ph, pw)).sum() - (x * probe(x)).sum()
            ),
            hunts="values that are added at another place than they were taken from",
            where=lambda cols: cols.size > 0,
        ),
        Law(
            "nothing is lost without padding",
            lambda cols, x: x.sum() - cols.sum(),
            hunts="values that arrive twice or not at all",
            where=lambda padding: padding == 0,
        ),
    ),
    rejects=(
        *bad_layouts(images),
        Reject("three sizes", **{**IMAGE, "x_shape": (2, 4, 6)}, **UNFOLDED, hunts="a shape without a batch axis"),
        Reject("rows missing", **IMAGE, cols=of_shape((14, 8)), hunts="windows of other images"),
        Reject("columns missing", **IMAGE, cols=of_shape((15, 4)), hunts="windows of one channel"),
        Reject("turned around", **IMAGE, cols=of_shape((8, 15)), hunts="windows laid out as columns"),
    ),
    cost=Cost(
        flops=lambda p, q: p * q,
        moved=lambda n, c, h, w, p, q, itemsize: itemsize * (n * c * h * w + p * q),
    ),
    sizes=sizes(images),
)
