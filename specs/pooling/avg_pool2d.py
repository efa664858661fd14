"""Two-dimensional average pooling, and its gradient.

    y[n, c, i, j]  = 1/d · Σ over 0 ≤ a < kh, 0 ≤ b < kw of  x[n, c, i·sh − ph + a, j·sw − pw + b]

    dx[n, c, r, s] = Σ dy[n, c, i, j] / d over all windows (i, j) that cover (r, s)

x is (N, C, H, W) with H, W ≥ 1, y and dy are (N, C, H', W') with H' = ⌊(H + 2·ph − kh)/sh⌋ + 1 and W' likewise: what
the stride does not reach at the end is left out. kernel (kh, kw), stride (sh, sw) and padding (ph, pw) are an integer
or a pair (rows, columns); without a stride, windows lie side by side. Padding counts as 0 and is at most half the
kernel. Windows may overlap, and what an element gets from several of them adds up.

The divisor d is a convention: kh·kw, whether the window lies on the image or partly on padding, or only the number of
its cells inside the image, which keeps the border of a constant image constant. The two agree without padding. Backward
divides as forward does; of x it needs no more than the shape. A NaN makes every window that covers it NaN.

Where libraries differ beyond that: Caffe rounds the output size up, Chainer only that of maxima, PyTorch and ONNX only
with ceil_mode. Caffe, PyTorch and ONNX cut the windows that then hang over the edge before they count their cells:
padding counts, what lies beyond it does not. PyTorch leaves out a window that would begin behind the image and the
padding before it; so does Caffe, but without padding such a window stays, empty, and gives −0. Caffe allows any padding
below the kernel. Where "same" padding is not symmetric, Keras on PyTorch repeats the border in place of adding zeros.

LeCun, Bottou, Bengio and Haffner, Gradient-Based Learning Applied to Document Recognition, Proc. IEEE 1998, §II.B; the
divisor as measured in PyTorch 2.13, TensorFlow 2.21, Keras 3.15, Flax 0.12, ONNX Runtime 1.31, Chainer 7.8 and Caffe.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Size,
    Tensor,
    choice,
    constant,
    given,
    integers,
    normal,
    uniform,
)

from ._windows import (
    ALEXNET,
    BAD_GRADIENTS,
    BAD_WINDOWS,
    DERIVED,
    GAPPED,
    LENET,
    NO_CHANNELS,
    NO_IMAGES,
    OBLONG,
    ONE_CELL,
    ONE_CHANNEL,
    ONE_IMAGE,
    OPTIONS,
    OVERLAPPING,
    PADDED,
    PADDED_BY_TWO,
    PADDED_COLUMNS,
    PADDED_ROWS,
    PADDED_SAME,
    PADDED_SIDE_BY_SIDE,
    RAGGED,
    RAGGED_GAPPED,
    RAGGED_OVERLAPPING,
    SIDE_BY_SIDE,
    STRIDE_ONE,
    SUBSAMPLED,
    UNEQUAL_STRIDES,
    UPRIGHT,
    WHOLE_IMAGE,
    WIDELY_PADDED,
)

DIVISOR = Convention(
    "divisor",
    "What a window's sum is divided by",
    window="all its cells, padding included: PyTorch, Caffe, Chainer, Flax",
    valid="its cells inside the image: TensorFlow, Keras, ONNX; PyTorch with count_include_pad=False",
)

SIZES = dict(
    tiny=LENET,
    small=Size("ResNet-50, the last pooling, 8 images", n=8, c=2048, h=7, w=7, kernel=7),
    large=ALEXNET,
)

BY_HAND = [[1.0, 3.0, 5.0, 7.0], [2.0, 6.0, 4.0, 0.0], [8.0, 8.0, -4.0, 16.0]]
NANS = [[1.0, np.nan, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [-1.0, -2.0, -3.0, -4.0], [-5.0, -6.0, -7.0, np.nan]]
INFINITIES = [[1.0, np.inf, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [-1.0, -2.0, -3.0, -np.inf], [-5.0, -6.0, -7.0, 0.0]]

avg_pool2d = Primitive(
    title="Two-dimensional average pooling",
    inputs=(Tensor("x", "n c h w"),),
    options=OPTIONS,
    outputs=(Output("y", "n c oh ow"),),
    conventions=(DIVISOR,),
    derived=DERIVED,
    cases=(
        Case("side by side", **SIDE_BY_SIDE, hunts="a sum that is not divided, or divided by one side of the kernel"),
        Case("oblong kernel", **OBLONG, hunts="the square of one side taken for the kernel's area"),
        Case("upright kernel", **UPRIGHT, hunts="the kernel read as (columns, rows)"),
        Case(
            "overlapping windows", **OVERLAPPING, hunts="a division by the stride's area, or a stride that is ignored"
        ),
        Case("stride of one", **STRIDE_ONE, hunts="a stride of 1 taken for a missing one"),
        Case("gaps between windows", **GAPPED, hunts="windows that start at i·kernel in place of i·stride"),
        Case("strides of their own", **UNEQUAL_STRIDES, hunts="the stride of the rows used for the columns"),
        Case("ragged end", **RAGGED, hunts="a last window that hangs over the edge: the output size rounded up"),
        Case("ragged end, overlapping", **RAGGED_OVERLAPPING, hunts="an output size rounded up where windows overlap"),
        Case("ragged end, gaps", **RAGGED_GAPPED, hunts="an output size computed from the kernel"),
        Case("padded by one", **PADDED, hunts="padding that is counted, or not, against what was asked for"),
        Case("padded to the same size", **PADDED_SAME, hunts="an output size that forgets the padding at the far side"),
        Case("padded by two, even kernel", **PADDED_BY_TWO, hunts="padding of 1 built in, or a kernel taken for odd"),
        Case("padded rows", **PADDED_ROWS, hunts="one padding used for rows and columns alike"),
        Case("padded columns", **PADDED_COLUMNS, hunts="one padding used for rows and columns alike"),
        Case("padded, side by side", **PADDED_SIDE_BY_SIDE, hunts="padding looked at only when windows overlap"),
        *WIDELY_PADDED,
        Case("constant, padded", **{**PADDED, "x": constant(3)}, hunts="the border repeated in place of zeros"),
        Case("zeros in the image", **{**OVERLAPPING, "x": choice(0, 1, 2)}, hunts="a 0 of the image taken for padding"),
        Case("all negative, padded", **{**PADDED, "x": uniform(-3, -1)}, hunts="padding with −∞, as in max pooling"),
        Case("odd integers", **{**SIDE_BY_SIDE, "x": integers(-9, 9)}, hunts="a division that rounds to integers"),
        Case("large offset", **{**OVERLAPPING, "x": normal(mean=1000)}, hunts="digits lost in running sums"),
        Case("kernel of one", **ONE_CELL, hunts="a window of a single cell, where y is x"),
        Case("every other cell", **SUBSAMPLED, hunts="a stride that is larger than a kernel of 1"),
        Case("the whole image", **WHOLE_IMAGE, hunts="an output of one cell, missing for want of the + 1"),
        Case("one channel", **ONE_CHANNEL, hunts="code that drops an axis of length 1"),
        Case("one image", **ONE_IMAGE, hunts="code that drops an axis of length 1"),
        Case("no images", **NO_IMAGES, hunts="an empty batch that makes the call fail"),
        Case("no channels", **NO_CHANNELS, hunts="images without channels that make the call fail"),
        Case("not a number", x=given([[NANS]]), kernel=2, stride=1, hunts="a NaN left out of the mean"),
        Case(
            "infinities",
            x=given([[INFINITIES]]),
            kernel=2,
            hunts="sums that run on from window to window: behind an ∞ they are NaN",
        ),
        Case(
            "by hand",
            x=given([[BY_HAND]]),
            kernel=2,
            stride=1,
            exact=True,
            hunts="anything: the means are 3, 4.5, 4 above and 6, 3.5, 4 below",
        ),
    ),
    laws=(
        Law(
            "windows that tile an image keep its mean",
            lambda x, y: y.mean((2, 3)) - x.mean((2, 3)),
            hunts="a sum that is divided by anything but the window's area",
            where=lambda x, h, w, oh, ow, kh, kw, sh, sw, ph, pw: (
                (oh * kh, ow * kw, sh, sw, ph, pw) == (h, w, kh, kw, 0, 0) and bool(np.isfinite(x).all())
            ),
        ),
    ),
    rejects=BAD_WINDOWS,
    cost=Cost(
        flops=lambda n, c, oh, ow, kh, kw: n * c * oh * ow * kh * kw,
        moved=lambda n, c, h, w, oh, ow, itemsize: itemsize * n * c * (h * w + oh * ow),
    ),
    sizes=SIZES,
    independent="n",
)

avg_pool2d_backward = Primitive(
    title="The gradient of two-dimensional average pooling",
    inputs=(Tensor("dy", "n c oh ow"), Tensor("x", "n c h w", flows=False)),
    options=OPTIONS,
    outputs=(Output("dx", "n c h w"),),
    conventions=(DIVISOR,),
    derived=DERIVED,
    cases=(
        Case(
            "large upstream gradient",
            **SIDE_BY_SIDE,
            dy=normal(std=1000),
            hunts="gradients that are clipped on their way",
        ),
        Case("side by side", **SIDE_BY_SIDE, hunts="a gradient undivided, for one cell only, or without dy"),
        Case("oblong kernel", **OBLONG, hunts="the square of one side taken for the kernel's area"),
        Case("upright kernel", **UPRIGHT, hunts="the kernel read as (columns, rows)"),
        Case(
            "overlapping windows", **OVERLAPPING, hunts="a gradient assigned with = where overlapping windows need +="
        ),
        Case("stride of one", **STRIDE_ONE, hunts="gradients averaged where windows overlap"),
        Case("gaps between windows", **GAPPED, hunts="windows that start at i or at i·kernel in place of i·stride"),
        Case("strides of their own", **UNEQUAL_STRIDES, hunts="the stride of the rows used for the columns"),
        Case("ragged end", **RAGGED, hunts="a gradient of the covered part's shape, in place of x's"),
        Case("ragged end, overlapping", **RAGGED_OVERLAPPING, hunts="a gradient for cells that no window reaches"),
        Case("ragged end, gaps", **RAGGED_GAPPED, hunts="a gradient for cells that no window reaches"),
        Case("padded by one", **PADDED, hunts="padding that is counted, or not, against what was asked for"),
        Case("padded to the same size", **PADDED_SAME, hunts="a gradient that is shifted by the padding"),
        Case("padded by two, even kernel", **PADDED_BY_TWO, hunts="padding of 1 built in, or a kernel taken for odd"),
        Case("padded rows", **PADDED_ROWS, hunts="padding cut off with p:−p, which leaves nothing when p is 0"),
        Case("padded columns", **PADDED_COLUMNS, hunts="padding cut off with p:−p, which leaves nothing when p is 0"),
        Case("padded, side by side", **PADDED_SIDE_BY_SIDE, hunts="padding looked at only when windows overlap"),
        *WIDELY_PADDED,
        Case(
            "zeros in the image", **{**OVERLAPPING, "x": choice(0, 1)}, hunts="a 0 of the image that gets no gradient"
        ),
        Case("odd integers", **{**SIDE_BY_SIDE, "dy": integers(-9, 9)}, hunts="a division that rounds to integers"),
        Case("kernel of one", **ONE_CELL, hunts="a window of a single cell, where dx is dy"),
        Case("every other cell", **SUBSAMPLED, hunts="a stride that is larger than a kernel of 1"),
        Case("the whole image", **WHOLE_IMAGE, hunts="an output of one cell, broadcast undivided"),
        Case("one channel", **ONE_CHANNEL, hunts="code that drops an axis of length 1"),
        Case("one image", **ONE_IMAGE, hunts="code that drops an axis of length 1"),
        Case("no images", **NO_IMAGES, hunts="an empty batch that makes the call fail"),
        Case("no channels", **NO_CHANNELS, hunts="images without channels that make the call fail"),
        Case("zero gradient", **{**OVERLAPPING, "dy": constant(0)}, hunts="a gradient that comes from nowhere"),
        Case("not a number", x=given([[NANS]]), kernel=2, stride=1, hunts="an x that flows into dx"),
        Case(
            "by hand",
            x=given([[BY_HAND]]),
            dy=given([[[[4.0, 8.0, 16.0], [32.0, 64.0, -4.0]]]]),
            kernel=2,
            stride=1,
            exact=True,
            hunts="anything: 1, 3, 6, 4 in the first row of dx, 9, 27, 21, 3 in the second, 8, 24, 15, −1 in the third",
        ),
    ),
    laws=(
        Law(
            "no gradient is lost",
            lambda dy, dx: dx.sum((2, 3)) - dy.sum((2, 3)),
            hunts="shares of a window's gradient that do not add up to it",
            where=lambda divisor, ph, pw: divisor == "valid" or ph == pw == 0,
        ),
    ),
    rejects=(*BAD_WINDOWS, *BAD_GRADIENTS),
    cost=Cost(
        flops=lambda n, c, oh, ow, kh, kw: n * c * oh * ow * (kh * kw + 1),
        moved=lambda n, c, h, w, oh, ow, itemsize: itemsize * n * c * (h * w + oh * ow),
    ),
    sizes=SIZES,
    independent="n",
)
