"""Two-dimensional max pooling, and its gradient.

    y[n, c, i, j]  = max over 0 ≤ a < kh, 0 ≤ b < kw of  x[n, c, i·sh − ph + a, j·sw − pw + b]

    dx[n, c, r, s] = Σ dy[n, c, i, j] over all windows (i, j) that (r, s) wins

x is (N, C, H, W) with H, W ≥ 1, y and dy are (N, C, H', W') with H' = ⌊(H + 2·ph − kh)/sh⌋ + 1 and W' likewise: what
the stride does not reach at the end is left out. kernel (kh, kw), stride (sh, sw) and padding (ph, pw) are an integer
or a pair (rows, columns); without a stride, windows lie side by side. Padding counts as −∞, never as 0, so it wins
nothing, not even where everything else is −∞; it is at most half the kernel. Windows may overlap, and what an element
wins in several of them adds up.

Of equal maxima the first in row-major order wins. That is the default of a convention (`ties`): code that compares each
window with its maximum gives the whole gradient to all of them, and reductions over a whole axis share it out. Ties are
common: after a relu, whole windows are 0.

A NaN is the maximum of its window, and the first NaN takes the window's gradient, whatever `ties` says. Libraries differ
here without offering a choice: TensorFlow and Caffe do not see a NaN, ONNX Runtime sees it at some places of the
window only, PyTorch gives the gradient to the window's last NaN and JAX to a cell beside it. A window of nothing but −∞
has the maximum −∞; TensorFlow and Caffe give the lowest finite number, and Caffe's backward then writes outside the
image. Caffe, and Chainer by default (cover_all), round the output size up; PyTorch and ONNX do with ceil_mode. PyTorch
then leaves out a window that would begin behind the image and the padding before it; so does Caffe, but only where
there is padding. Caffe allows any padding below the kernel; Deep Learning from Scratch forgets the padding in the
output size, and fails. tf.nn.max_pool2d turns NumPy's float64 into float32.

Scherer, Müller and Behnke, Evaluation of Pooling Operations in Convolutional Architectures for Object Recognition,
ICANN 2010, §3; overlapping windows: Krizhevsky, Sutskever and Hinton, NIPS 2012, §3.4. Borders, NaN and ties as
measured in PyTorch 2.13, TensorFlow 2.21, Keras 3.15, JAX 0.10, ONNX Runtime 1.31, Chainer 7.8 and Caffe.
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
    distinct,
    given,
    integers,
    normal,
    uniform,
)

from ._odd_numbers import LOWEST, MORE_NANS, ONE_NAN, WINNERS_AMONG_ODD_NUMBERS
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

SIZES = dict(
    tiny=LENET,
    small=Size("VGG-16, the last pooling, 8 images", n=8, c=512, h=14, w=14, kernel=2),
    large=ALEXNET,
)

# Only the first window of the first plane holds a NaN; where it stands, other windows have their maximum.
BY_HAND = [[1.0, 2.0, 3.0, 0.0], [5.0, 4.0, 3.0, 2.0], [0.0, 1.0, 7.0, 6.0]]

max_pool2d = Primitive(
    title="Two-dimensional max pooling",
    inputs=(Tensor("x", "n c h w"),),
    options=OPTIONS,
    outputs=(Output("y", "n c oh ow", exact=True),),
    derived=DERIVED,
    cases=(
        Case("side by side", **SIDE_BY_SIDE, hunts="a missing stride taken for 1, or one maximum over all channels"),
        Case("oblong kernel", **OBLONG, hunts="the kernel read as (columns, rows)"),
        Case("upright kernel", **UPRIGHT, hunts="the kernel read as (columns, rows)"),
        Case(
            "overlapping windows", **OVERLAPPING, hunts="a stride that is ignored, or the output index used without it"
        ),
        Case("stride of one", **STRIDE_ONE, hunts="a stride of 1 taken for a missing one"),
        Case("gaps between windows", **GAPPED, hunts="windows that start at i·kernel in place of i·stride"),
        Case("strides of their own", **UNEQUAL_STRIDES, hunts="the stride of the rows used for the columns"),
        Case("ragged end", **RAGGED, hunts="a last window that hangs over the edge: the output size rounded up"),
        Case("ragged end, overlapping", **RAGGED_OVERLAPPING, hunts="an output size rounded up where windows overlap"),
        Case("ragged end, gaps", **RAGGED_GAPPED, hunts="an output size computed from the kernel"),
        Case("padded by one", **PADDED, hunts="padding that is ignored, or put at one end only"),
        Case("padded to the same size", **PADDED_SAME, hunts="an output size that forgets the padding at the far side"),
        Case("padded by two, even kernel", **PADDED_BY_TWO, hunts="padding of 1 built in, or a kernel taken for odd"),
        Case("padded rows", **PADDED_ROWS, hunts="one padding used for rows and columns alike"),
        Case("padded columns", **PADDED_COLUMNS, hunts="one padding used for rows and columns alike"),
        Case("padded, side by side", **PADDED_SIDE_BY_SIDE, hunts="padding looked at only when windows overlap"),
        *WIDELY_PADDED,
        Case("all negative", **{**SIDE_BY_SIDE, "x": uniform(-3, -1)}, hunts="a running maximum that starts at 0"),
        Case("all negative, padded", **{**PADDED, "x": uniform(-3, -1)}, hunts="padding with 0, which wins here"),
        Case("far below zero", **{**PADDED, "x": uniform(-3e30, -1e30)}, hunts="a start at −10⁹, which wins here"),
        Case("large negative values", **{**GAPPED, "x": normal(mean=-2, std=5)}, hunts="the largest magnitude"),
        Case(
            "ties", **{**OVERLAPPING, "x": choice(-1, 0, 1)}, hunts="a maximum lost or doubled where several are equal"
        ),
        Case("constant", **{**PADDED, "x": constant(-2)}, hunts="a window without a strict maximum"),
        Case("kernel of one", **ONE_CELL, hunts="a window of a single cell"),
        Case("every other cell", **SUBSAMPLED, hunts="a stride that is larger than a kernel of 1"),
        Case("the whole image", **WHOLE_IMAGE, hunts="an output of one cell, missing for want of the + 1"),
        Case("one channel", **ONE_CHANNEL, hunts="code that drops an axis of length 1"),
        Case("one image", **ONE_IMAGE, hunts="code that drops an axis of length 1"),
        Case("no images", **NO_IMAGES, hunts="an empty batch that makes the call fail"),
        Case("no channels", **NO_CHANNELS, hunts="images without channels that make the call fail"),
        Case(
            "infinities",
            x=given([[LOWEST]]),
            kernel=2,
            stride=(1, 2),
            padding=1,
            hunts="a window of nothing but −∞, whose maximum is −∞ and not the lowest finite number",
        ),
        Case(
            "not a number",
            x=given([[ONE_NAN]]),
            kernel=2,
            hunts="a NaN that goes unnoticed, wherever in the window it stands",
        ),
        Case(
            "several not numbers",
            x=given([[MORE_NANS]]),
            kernel=(2, 3),
            stride=1,
            padding=(1, 0),
            hunts="a NaN that is only seen at the first or the last cell of a window",
        ),
        Case(
            "by hand",
            x=given([[BY_HAND]]),
            kernel=2,
            stride=1,
            exact=True,
            hunts="anything: the maxima are 5, 4, 3 above and 5, 7, 7 below",
        ),
    ),
    laws=(
        Law(
            "every result is in its image",
            lambda x, y, n, c, h, w: abs(y[..., np.newaxis] - x.reshape(n, c, 1, 1, h * w)).min(-1),
            hunts="a value that no element of the image has: padding, a start value or a mean",
            where=lambda x: bool(np.isfinite(x).all()),
            exact=True,
        ),
    ),
    rejects=BAD_WINDOWS,
    cost=Cost(
        flops=lambda n, c, oh, ow, kh, kw: n * c * oh * ow * (kh * kw - 1),
        moved=lambda n, c, h, w, oh, ow, itemsize: itemsize * n * c * (h * w + oh * ow),
    ),
    sizes=SIZES,
    independent="n",
)

max_pool2d_backward = Primitive(
    title="The gradient of two-dimensional max pooling",
    inputs=(Tensor("dy", "n c oh ow"), Tensor("x", "n c h w", draw=distinct(), flows=False)),
    options=OPTIONS,
    outputs=(Output("dx", "n c h w"),),
    conventions=(
        Convention(
            "ties",
            "Who gets the gradient of equal maxima",
            first="the first in row-major order: PyTorch, TensorFlow, Keras, Caffe, Chainer, Deep Learning from Scratch",
            all="each of them, in full: the mask window == max of Coursera and many tutorials",
            split="each of them, an equal share: CS231n's reshape layer, torch.amax, maxima over axes in TensorFlow and JAX",
        ),
    ),
    derived=DERIVED,
    cases=(
        Case(
            "winners that lead by little",
            **OVERLAPPING,
            x=normal(mean=1000, std=0.1),
            hunts="winners that are found in lower precision, or with a tolerance",
        ),
        Case(
            "large upstream gradient",
            **OVERLAPPING,
            dy=normal(std=1000),
            hunts="gradients that are clipped on their way",
        ),
        Case("side by side", **SIDE_BY_SIDE, hunts="a gradient for the whole window, or one without dy"),
        Case("oblong kernel", **OBLONG, hunts="the winner's flat index divided by the window's height"),
        Case("upright kernel", **UPRIGHT, hunts="the winner's flat index divided by the window's height"),
        Case(
            "overlapping windows", **OVERLAPPING, hunts="a gradient assigned with = where overlapping windows need +="
        ),
        Case("stride of one", **STRIDE_ONE, hunts="a winner of several windows that keeps the last gradient only"),
        Case("gaps between windows", **GAPPED, hunts="windows that start at i or at i·kernel in place of i·stride"),
        Case("strides of their own", **UNEQUAL_STRIDES, hunts="the stride of the rows used for the columns"),
        Case("ragged end", **RAGGED, hunts="a gradient of the covered part's shape, in place of x's"),
        Case("ragged end, overlapping", **RAGGED_OVERLAPPING, hunts="a gradient for cells that no window reaches"),
        Case("ragged end, gaps", **RAGGED_GAPPED, hunts="a gradient for cells that no window reaches"),
        Case("padded by one", **PADDED, hunts="padding that is forgotten in backward, or not cut off again"),
        Case("padded to the same size", **PADDED_SAME, hunts="a gradient that is shifted by the padding"),
        Case("padded by two, even kernel", **PADDED_BY_TWO, hunts="padding of 1 built in, or a kernel taken for odd"),
        Case("padded rows", **PADDED_ROWS, hunts="padding cut off with p:−p, which leaves nothing when p is 0"),
        Case("padded columns", **PADDED_COLUMNS, hunts="padding cut off with p:−p, which leaves nothing when p is 0"),
        Case("padded, side by side", **PADDED_SIDE_BY_SIDE, hunts="padding looked at only when windows overlap"),
        *WIDELY_PADDED,
        Case("all negative", **{**SIDE_BY_SIDE, "x": uniform(-3, -1)}, hunts="a search from 0, which finds no winner"),
        Case(
            "all negative, padded",
            **{**PADDED, "x": uniform(-3, -1)},
            hunts="padding with 0, which wins here: its gradient is cut away with it",
        ),
        Case(
            "ties",
            **{**SIDE_BY_SIDE, "x": choice(0, 1)},
            hunts="the gradient of equal maxima given to the last, to all, or shared out, against what was asked for",
        ),
        Case(
            "ties, overlapping windows",
            **{**OVERLAPPING, "x": integers(0, 3)},
            hunts="of equal maxima the first column by column, in place of row by row",
        ),
        Case(
            "ties, padded",
            **{**PADDED, "x": choice(-2, -1)},
            hunts="the order of equal maxima in windows that the padding cuts short",
        ),
        Case(
            "zeros, padded", **{**PADDED_SAME, "x": constant(0)}, hunts="padding of 0, which ties with zeros of a relu"
        ),
        Case("constant", **{**OBLONG, "x": constant(2)}, hunts="windows in which all are equal"),
        Case("kernel of one", **ONE_CELL, hunts="a window of a single cell, where dx is dy"),
        Case("every other cell", **SUBSAMPLED, hunts="a stride that is larger than a kernel of 1"),
        Case("the whole image", **WHOLE_IMAGE, hunts="an output of one cell per image, broadcast over the image"),
        Case("one channel", **ONE_CHANNEL, hunts="code that drops an axis of length 1"),
        Case("one image", **ONE_IMAGE, hunts="code that drops an axis of length 1"),
        Case("no images", **NO_IMAGES, hunts="an empty batch that makes the call fail"),
        Case("no channels", **NO_CHANNELS, hunts="images without channels that make the call fail"),
        Case("zero gradient", **{**OVERLAPPING, "dy": constant(0)}, hunts="a gradient that comes from nowhere"),
        *WINNERS_AMONG_ODD_NUMBERS,
        Case(
            "by hand",
            x=given([[BY_HAND]]),
            dy=given([[[[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]]]]),
            kernel=2,
            stride=1,
            exact=True,
            hunts="anything: 5 wins 1 + 8, 4 wins 2, 7 wins 16 + 32, and two 3s, one below the other, compete for 4",
        ),
    ),
    laws=(
        Law(
            "no gradient is lost",
            lambda dy, dx: dx.sum((2, 3)) - dy.sum((2, 3)),
            hunts="a window's gradient that arrives twice or not at all",
            where=lambda ties: ties != "all",
        ),
    ),
    rejects=(*BAD_WINDOWS, *BAD_GRADIENTS),
    cost=Cost(
        flops=lambda n, c, oh, ow, kh, kw: n * c * oh * ow * kh * kw,
        moved=lambda n, c, h, w, oh, ow, itemsize: itemsize * n * c * (2 * h * w + oh * ow),
    ),
    sizes=SIZES,
    independent="n",
)
