"""The Inception block: four scales at once.

    y = (relu(w1 ∗ x),  relu(w3 ∗ relu(w3r ∗ x)),  relu(w5 ∗ relu(w5r ∗ x)),  relu(wp ∗ pool(x)))   along the channels

    pool(x)[n, c, i, j] = max over |u| ≤ 1, |v| ≤ 1 of x[n, c, i + u, j + v], as far as that lies in the image

x is (N, C, H, W) with H, W ≥ 1. ∗ is the cross-correlation of conv2d with a stride of 1, padded with zeros so that the
size stays, without biases. w1 is (A, C, 1, 1); w3r (R, C, 1, 1) reduces the channels for w3 (B, R, 3, 3), w5r
(S, C, 1, 1) for w5 (D, S, 5, 5); wp is (E, C, 1, 1). y is (N, A + B + D + E, H, W). There is a relu after each
convolution, those that reduce the channels too, and a NaN stays NaN through relu and maximum. Padding never wins the
maximum.

The reductions are what makes the block affordable: 5×5 over 192 channels costs ten times what it costs over 16. Later
Inceptions write 5×5 as two 3×3, n×n as 1×n and n×1, and normalize each convolution's result: those are other functions.
Caffe's GoogLeNet has biases; Keras's Inception V3 pools by average.

Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke and Rabinovich, Going Deeper with Convolutions,
arXiv:1409.4842 (CVPR 2015), figure 2(b), §4 and table 1.
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
    of_shape,
    uniform,
)

BLOCK = dict(n=2, c=2, h=4, w=5, a=2, r=2, b=3, s=1, d=2, e=1)
EQUAL = dict(n=2, c=2, h=3, w=4, a=2, r=2, b=2, s=2, d=2, e=2)

GOOGLENET = dict(c=192, a=64, r=96, b=128, s=16, d=32, e=32)

PLACE = np.arange(48).reshape(2, 2, 3, 4)
FLAWED = given(np.where(PLACE == 11, np.nan, PLACE * 37 % 19 / 4 - 2))

# One tap only: the left neighbour, and the right one.
FROM_THE_LEFT = given([[[[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]]]])
FROM_THE_RIGHT = given([[np.where(np.arange(25).reshape(5, 5) == 13, 1.0, 0.0)]])

inception_block = Primitive(
    title="The Inception block",
    inputs=(
        Tensor("x", "n c h w"),
        Tensor("w1", "a c 1 1"),
        Tensor("w3r", "r c 1 1"),
        Tensor("w3", "b r 3 3"),
        Tensor("w5r", "s c 1 1"),
        Tensor("w5", "d s 5 5"),
        Tensor("wp", "e c 1 1"),
    ),
    outputs=(Output("y", "n m h w"),),
    derived=dict(m=lambda a, b, d, e: a + b + d + e),
    cases=(
        Case("branches of their own", **BLOCK, hunts="a branch that is built or padded wrongly"),
        Case("equal branches", **EQUAL, hunts="branches in another order, or one reduction for both"),
        Case("wide images", **{**BLOCK, "h": 2, "w": 6}, hunts="height and width exchanged"),
        Case("one cell", **{**BLOCK, "h": 1, "w": 1}, hunts="a size that is not kept where kernels are larger"),
        Case("one channel", **{**BLOCK, "c": 1}, hunts="code that drops an axis of length 1"),
        Case(
            "no two branches alike",
            **dict(n=1, c=3, h=3, w=2, a=1, r=2, b=3, s=4, d=5, e=6),
            hunts="weights that are taken for another branch's, where two have as many channels",
        ),
        Case("one image", **{**BLOCK, "n": 1}, hunts="code that drops an axis of length 1"),
        Case("no images", **{**BLOCK, "n": 0}, hunts="an empty batch that makes the call fail"),
        Case("negative images", **BLOCK, x=uniform(-2, -1), hunts="zeros around the image that win the maximum"),
        Case("constant images", **BLOCK, x=constant(2), hunts="a mean, or a maximum that zeros take part in"),
        Case(
            "nothing negative",
            **BLOCK,
            x=uniform(1, 2),
            w1=uniform(0.1, 1),
            w3r=uniform(0.1, 1),
            w3=uniform(0.1, 1),
            w5r=uniform(0.1, 1),
            w5=uniform(0.1, 1),
            wp=uniform(0.1, 1),
            hunts="a relu, where it has nothing to do",
        ),
        Case(
            "reductions below 0",
            **BLOCK,
            x=uniform(1, 2),
            w3r=uniform(-1, -0.1),
            w5r=uniform(-1, -0.1),
            hunts="a relu that is missing behind a reduction: 3×3 and 5×5 see nothing here",
        ),
        Case(
            "results below 0",
            **BLOCK,
            x=uniform(1, 2),
            w1=uniform(-1, -0.1),
            wp=uniform(-1, -0.1),
            hunts="a relu that is missing behind the 1×1 convolution or behind the pooled branch",
        ),
        Case(
            "reductions alike",
            **EQUAL,
            w3r=constant(0.75),
            w5r=constant(0.75),
            hunts="a reduction that serves both, which only here goes unnoticed",
        ),
        Case("not a number", x=FLAWED, a=1, r=1, b=1, s=1, d=1, e=1, hunts="a NaN that relu or the maximum swallows"),
        Case(
            "whole numbers",
            **BLOCK,
            x=integers(-3, 3),
            w1=integers(-2, 2),
            w3r=integers(-2, 2),
            w3=integers(-2, 2),
            w5r=integers(-2, 2),
            w5=integers(-2, 2),
            wp=integers(-2, 2),
            exact=True,
            hunts="anything: the result is exact",
        ),
        Case(
            "by hand",
            x=given([[[[1.0, -2.0, 3.0]]]]),
            w1=given([[[[2.0]]]]),
            w3r=given([[[[1.0]]]]),
            w3=FROM_THE_LEFT,
            w5r=given([[[[-1.0]]]]),
            w5=FROM_THE_RIGHT,
            wp=given([[[[2.0]]]]),
            exact=True,
            hunts="anything: the branches are (2, 0, 6), (0, 1, 0), (2, 0, 0) and (2, 6, 6)",
        ),
    ),
    laws=(
        Law(
            "the first channels are those of 1×1",
            lambda x, w1, a, y: y[:, :a] - np.maximum(np.einsum("nchw,oc->nohw", x, w1[:, :, 0, 0]), 0),
            hunts="branches in another order",
            where=lambda x: bool(np.isfinite(x).all()),
        ),
        Law(
            "no result is negative",
            lambda y: np.minimum(y, 0),
            hunts="a relu that is missing",
            where=lambda x: bool(np.isfinite(x).all()),
            exact=True,
        ),
    ),
    rejects=(
        Reject("an image alone", **BLOCK, x=of_shape((2, 4, 5)), hunts="an image without a batch axis"),
        Reject("images without rows", **{**BLOCK, "h": 0}, hunts="images that are nothing but padding"),
        Reject("other channels", **BLOCK, x=of_shape((2, 3, 4, 5)), hunts="channels that no weight belongs to"),
        Reject("a 1×1 kernel of three", **BLOCK, w1=of_shape((2, 2, 3, 3)), hunts="a kernel of another size"),
        Reject("a 5×5 kernel of three", **BLOCK, w5=of_shape((2, 1, 3, 3)), hunts="a kernel of another size"),
        Reject("a 3×3 kernel of five", **BLOCK, w3=of_shape((3, 2, 5, 5)), hunts="a kernel of another size"),
        Reject("a pooled kernel of three", **BLOCK, wp=of_shape((1, 2, 3, 3)), hunts="a kernel of another size"),
        Reject(
            "all 1×1 kernels of three",
            **BLOCK,
            w1=of_shape((2, 2, 3, 3)),
            w3r=of_shape((2, 2, 3, 3)),
            w5r=of_shape((1, 2, 3, 3)),
            hunts="kernels of another size, all alike",
        ),
        Reject("a reduction too wide", **BLOCK, w3r=of_shape((3, 2, 1, 1)), hunts="a reduction that w3 does not fit"),
        Reject("weights of one channel", **BLOCK, wp=of_shape((1, 1, 1, 1)), hunts="weights that broadcast"),
    ),
    cost=Cost(
        flops=lambda n, c, h, w, a, r, b, s, d, e: (
            n * h * w * (2 * (c * (a + r + s + e) + 9 * r * b + 25 * s * d) + a + r + b + s + d + e + 8 * c)
        ),
        moved=lambda n, c, h, w, a, r, b, s, d, e, m, itemsize: (
            itemsize * (n * h * w * (c + m) + c * (a + r + s + e) + 9 * r * b + 25 * s * d)
        ),
    ),
    sizes=dict(
        tiny=Size("GoogLeNet, inception (3a), an image of 32×32", n=1, h=4, w=4, **GOOGLENET),
        small=Size("GoogLeNet, inception (3a), 4 images of 64×64", n=4, h=8, w=8, **GOOGLENET),
        large=Size("GoogLeNet, inception (3a), 8 images of 224×224", n=8, h=28, w=28, **GOOGLENET),
    ),
    independent="n",
)
