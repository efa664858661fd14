"""Two-dimensional convolution, and its gradients.

    y[n, o, i, j]  = b[o] + Σ w[o, c, u, v] · x[n, c, i·sh − ph + u·eh, j·sw − pw + v·ew]

    dx[n, c, r, s] = Σ w[o, c, u, v] · dy[n, o, i, j]                  over all products that x[n, c, r, s] is part of
    dw[o, c, u, v] = Σ dy[n, o, i, j] · x[n, c, i·sh − ph + u·eh, j·sw − pw + v·ew] / R
    db[o]          = Σ dy[n, o, i, j] / R

The sums run over the channels c and the taps 0 ≤ u < kh, 0 ≤ v < kw of the kernel, those of dw and db over images n and
positions (i, j); x is 0 outside the image. x is (N, C, H, W), w is (O, C/groups, kh, kw), b is (O,); y and dy are
(N, O, H', W') with H' = ⌊(H + 2·ph − eh·(kh − 1) − 1)/sh⌋ + 1 and W' likewise: what the stride does not reach at the end
is left out. stride (sh, sw), dilation (eh, ew) and padding (ph, pw) are an integer or a pair (rows, columns). With
groups, inputs and outputs are cut into as many blocks of neighbouring channels, and each block of outputs sees its
block of inputs only; groups = C is the depthwise convolution.

This is the cross-correlation of mathematics: the kernel is not flipped, in PyTorch, TensorFlow, Keras, JAX, Caffe,
Chainer and ONNX alike; `scipy.signal.convolve2d` flips it. None of them rounds the output size up; some teaching code
refuses sizes that the stride does not divide.

padding is also a word. "valid" is no padding. "same" makes an output of ⌈H/sh⌉ by ⌈W/sw⌉: together
max((⌈H/sh⌉ − 1)·sh + eh·(kh − 1) + 1 − H, 0) cells, shared between both ends; where the odd one goes is the convention
`same_pad`. With a stride, that need not be half the kernel. PyTorch refuses "same" with a stride above 1, Keras a stride
and a dilation above 1 together.

R is the convention `batch`: 1 for sum, since a loss that is a mean has brought its 1/N along in dy, and N for mean. It
never applies to dx. Keras and TensorFlow keep w as (kh, kw, C/groups, O), for depthwise layers as (kh, kw, C, multiplier)
with the outputs of one channel next to each other, as here; keras.ops.conv is not told groups, but finds them from the
weights. A NaN makes those outputs NaN whose windows cover it.

LeCun, Bottou, Bengio and Haffner, Gradient-Based Learning Applied to Document Recognition, Proc. IEEE 1998, §II.A;
Dumoulin and Visin, A Guide to Convolution Arithmetic for Deep Learning, arXiv:1603.07285, relationships 6 and 15, §4.1;
groups: Krizhevsky, Sutskever and Hinton, NIPS 2012, §3.2. "same" as measured in PyTorch 2.13, TensorFlow 2.21, Keras
3.15, JAX 0.10 and ONNX Runtime 1.31; the mean over the batch: Coursera, Convolutional Neural Networks, 2017, week 1.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Count,
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
    mostly,
    normal,
    of_shape,
    uniform,
)

from ._windows import (
    BAD_GRADIENTS,
    BAD_LAYERS,
    DERIVED,
    LAYER,
    LAYOUTS,
    NO_IMAGES,
    ONE_IMAGE,
    OVERLAPPING,
    PADDED,
    classified,
    unpadded,
)

OPTIONS = (
    Pair("stride", 1, low=1),
    Pair("padding", 0, words=("valid", "same")),
    Pair("dilation", 1, low=1),
    Count("groups", 1, low=1),
)

SAME_PAD = Convention(
    "same_pad",
    "Where padding “same” puts the odd cell",
    end="at the end: TensorFlow, Keras, PyTorch, JAX (SAME), ONNX (SAME_UPPER)",
    start="at the start: JAX (SAME_LOWER), ONNX (SAME_LOWER)",
)

SIZES = dict(
    tiny=Size("LeNet-5, the first layer, 4 images", n=4, c=1, ih=32, iw=32, o=6, kh=5, kw=5),
    small=Size("LeNet-5, the second layer, 64 images", n=64, c=6, ih=14, iw=14, o=16, kh=5, kw=5),
    large=Size("ResNet-50, 3×3 in the first stage, 8 images", n=8, c=64, ih=56, iw=56, o=64, kh=3, kw=3, padding=1),
)

# db adds up 3,136 terms here, not 25,088: libraries do that in the input's own precision.
DEEP = Size("ResNet-50, 3×3 in the third stage, 16 images", n=16, c=256, ih=14, iw=14, o=256, kh=3, kw=3, padding=1)

PATTERN = (np.arange(60).reshape(1, 2, 5, 6) * 37 % 19 - 9).astype(float)
MOVED = given(np.concatenate([PATTERN[..., :-1], PATTERN[..., 1:]]))
SUMMED = given(np.concatenate([PATTERN, PATTERN[..., ::-1, :], PATTERN + PATTERN[..., ::-1, :]]))
# More than a million cells under windows, which are read in several pieces where they are copied into matrices.
MANY = dict(
    **dict(n=7, c=1, ih=38, iw=38, o=1, kh=16, kw=16, padding=1),
    x=integers(-4, 4),
    w=integers(-4, 4),
    dtypes=("float64",),
    exact=True,
    hunts="images taken a few at a time, of which some, or a last single one, are left out or mixed up",
)
BY_HAND = given([[[[1.0, 2.0, 0.0], [-1.0, 3.0, 4.0], [2.0, 1.0, 5.0]]]])
KERNEL = given([[[[1.0, 2.0], [0.0, -1.0]]]])

conv2d = Primitive(
    title="Two-dimensional convolution",
    inputs=(Tensor("x", "n c ih iw"), Tensor("w", "o ic kh kw"), Tensor("b", "o")),
    options=OPTIONS,
    outputs=(Output("y", "n o oh ow"),),
    conventions=(SAME_PAD,),
    derived=DERIVED,
    cases=(
        *LAYOUTS,
        Case("no images", **NO_IMAGES, hunts="an empty batch that makes the call fail"),
        Case("no bias", **LAYER, b=constant(0), hunts="weights, where the bias cannot be wrong"),
        Case("no weights", **LAYER, w=constant(0), hunts="a bias that is missing, or added more than once"),
        Case("large bias", **PADDED, b=normal(std=1000), hunts="a bias that is scaled"),
        Case("positive, padded", **PADDED, x=uniform(1, 2), w=uniform(1, 2), hunts="a border repeated in place of 0"),
        Case("negative", **LAYER, x=uniform(1, 2), w=uniform(-2, -1), hunts="an activation: negative results stay"),
        Case("huge", **LAYER, x=normal(std=1e15), w=normal(std=1e15), hunts="results that are clipped"),
        Case(
            "not a number",
            **{**OVERLAPPING, "x": mostly(normal(), 0.02, constant(np.nan))},
            hunts="a NaN that is skipped, or that spreads to windows without it",
        ),
        Case("a million cells under windows", **MANY, b=integers(-9, 9), when={"same_pad": "end"}),
        Case("moved images", x=MOVED, o=2, kh=3, kw=2, hunts="a result that depends on where in the image it is"),
        Case("sum of two images", x=SUMMED, o=2, kh=2, kw=3, hunts="a result that is not linear"),
        Case(
            "whole numbers",
            **{**PADDED, "x": integers(-4, 4), "w": integers(-4, 4), "b": integers(-9, 9)},
            exact=True,
            hunts="a fast algorithm that is not exact where the sum is",
        ),
        Case(
            "by hand",
            x=BY_HAND,
            w=KERNEL,
            b=given([10.0]),
            exact=True,
            hunts="anything: 1 + 4 − 3, 2 − 4 above and −1 + 6 − 1, 3 + 8 − 5 below, each and the bias 10",
        ),
    ),
    laws=(
        Law(
            "a sliding detector",
            lambda x, w, b, y, sh, sw: y - classified(x, w, sh, sw) - b[:, np.newaxis, np.newaxis],
            hunts="one convolution over the image that is not what its windows give one by one",
            where=lambda x, padding, dilation, groups: (
                unpadded(padding) and (dilation, groups) == (1, 1) and bool(np.isfinite(x).all())
            ),
        ),
        Law(
            "what moves in the image moves in the result",
            lambda y: y[1, :, :, :-1] - y[0, :, :, 1:],
            hunts="weights that are not the same everywhere",
            where=lambda x, stride, padding: (
                (len(x), stride, padding) == (2, 1, 0) and bool((x[1, ..., :-1] == x[0, ..., 1:]).all())
            ),
        ),
        Law(
            "the result of a sum is the sum of the results",
            lambda y, b: y[2] - y[1] - y[0] + b[:, np.newaxis, np.newaxis],
            hunts="anything that is not linear in the images",
            where=lambda x: len(x) == 3 and bool((x[0] + x[1] == x[2]).all()),
        ),
    ),
    rejects=(
        *BAD_LAYERS,
        Reject("one bias for all", **ONE_IMAGE, b=of_shape((1,)), hunts="a bias that broadcasts"),
        Reject("bias of the input channels", **ONE_IMAGE, b=of_shape((2,)), hunts="a bias of another length"),
        Reject("a bias too many", **ONE_IMAGE, b=of_shape((4,)), hunts="a bias that belongs to no output"),
    ),
    cost=Cost(
        flops=lambda n, ic, o, kh, kw, oh, ow: 2 * n * o * oh * ow * ic * kh * kw,
        moved=lambda n, c, ih, iw, ic, o, kh, kw, oh, ow, itemsize: (
            itemsize * (n * c * ih * iw + o * ic * kh * kw + o + n * o * oh * ow)
        ),
    ),
    sizes=SIZES,
    independent="n",
)


def weights(groups):
    """The shape of the weights: that their second axis is x's channels, where it is, makes channels independent."""
    return "o c kh kw" if groups == 1 else "o ic kh kw"


conv2d_backward = Primitive(
    title="The gradients of two-dimensional convolution",
    inputs=(Tensor("dy", "n o oh ow"), Tensor("x", "n c ih iw"), Tensor("w", weights)),
    options=OPTIONS,
    outputs=(Output("dx", "n c ih iw"), Output("dw", weights), Output("db", "o")),
    conventions=(
        SAME_PAD,
        Convention(
            "batch",
            "Whether the gradients of weights and biases are averaged over the images",
            sum="summed: PyTorch, Keras, Caffe, CS231n, Deep Learning from Scratch",
            mean="averaged: the deep learning courses of Coursera",
        ),
    ),
    derived=DERIVED,
    cases=(
        *LAYOUTS,
        Case("large upstream gradient", **LAYER, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        Case("no images", **NO_IMAGES, when={"batch": "sum"}, hunts="an empty batch: its weights have gradient 0"),
        Case("gradients of ones", **LAYER, dy=constant(1), hunts="positions or images that are not added up"),
        Case("zero gradient", **PADDED, dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("zero images", **PADDED, x=constant(0), hunts="dx, which does not depend on x, or dw, which does"),
        Case("zero weights", **PADDED, w=constant(0), hunts="dw, which does not depend on w, or dx, which does"),
        Case("before relu", **LAYER, x=uniform(-2, -1), hunts="a gradient that is masked by the sign of x"),
        Case(
            "a million cells under windows",
            **MANY,
            dy=integers(-4, 4),
            when={"same_pad": "end", "batch": "sum"},
        ),
        Case(
            "alike",
            **dict(n=2, c=1, ih=2, iw=2, o=2, kh=2, kw=2),
            dy=constant(0.5),
            x=constant(3),
            w=constant(3),
            hunts="results in another order, which only here goes unnoticed",
        ),
        Case("tiny gradient", **LAYER, dy=normal(std=1e-8), hunts="a gradient that is rounded to 0"),
        Case(
            "whole numbers",
            **{**PADDED, "x": integers(-4, 4), "w": integers(-4, 4), "dy": integers(-4, 4)},
            exact=True,
            hunts="a fast algorithm that is not exact where the sum is",
        ),
        Case(
            "by hand",
            dy=given([[[[1.0, 2.0], [4.0, -1.0]]]]),
            x=BY_HAND,
            w=KERNEL,
            o=1,
            kh=2,
            kw=2,
            exact=True,
            hunts="anything: dx is (1, 4, 4; 4, 6, −4; 0, −4, 1), dw is (−2, 10; 12, 10), db is 6",
        ),
    ),
    laws=(
        Law(
            "forward and backward are adjoint",
            lambda dy, x, w, dx, sh, sw: (dy * classified(x, w, sh, sw)).sum() - (dx * x).sum(),
            hunts="dx that is not the gradient of this layer: Σ dy·conv(x) = Σ dx·x",
            where=lambda padding, dilation, groups: unpadded(padding) and (dilation, groups) == (1, 1),
        ),
        Law(
            "images and weights share their products",
            lambda x, w, n, dx, dw, batch: (dw * w).sum() * (n if batch == "mean" else 1) - (dx * x).sum(),
            hunts="dx and dw that do not belong to the same layer: Σ dx·x = Σ dw·w",
        ),
        Law(
            "no gradient is lost",
            lambda dy, w, dx: dx.sum((0, 2, 3)) - dy.sum((0, 2, 3)) @ w.sum((2, 3)),
            hunts="a window's gradient that arrives twice or not at all",
            where=lambda padding, groups: unpadded(padding) and groups == 1,
        ),
    ),
    rejects=(*BAD_LAYERS, *BAD_GRADIENTS),
    cost=Cost(
        flops=lambda n, ic, o, kh, kw, oh, ow: 4 * n * o * oh * ow * ic * kh * kw + n * o * oh * ow,
        moved=lambda n, c, ih, iw, ic, o, kh, kw, oh, ow, itemsize: (
            itemsize * (2 * n * c * ih * iw + 2 * o * ic * kh * kw + o + n * o * oh * ow)
        ),
    ),
    sizes={**SIZES, "large": DEEP},
    independent=lambda groups: "c" if groups == 1 else None,
)
