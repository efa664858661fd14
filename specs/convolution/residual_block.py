"""The basic residual block, and its gradients.

    h  = conv(x, w1, b1)        a = relu(h)        z = x + conv(a, w2, b2)        y = relu(z)

    dz = dy where z > 0, else 0                    da, dw2, db2 = conv_backward(dz, a, w2)
    dh = da where h > 0, else 0                    dx', dw1, db1 = conv_backward(dh, x, w1)
    dx = dz + dx'

x, y and dy are (N, C, H, W), w1 and w2 are (C, C, 3, 3), b1 and b2 are (C,). Both convolutions are cross-correlations
with a stride of 1 and one cell of zeros on every side, so they keep the size and x can be added as it is. The
derivative of relu at exactly 0 is 0.

The block learns what to add to x: with weights and biases of 0 it is relu(x). The gradient of the sum goes both through
the convolutions and around them, and it is the way around that keeps deep networks trainable. This is the block of
ResNet-18 and ResNet-34 without its batch normalizations, which are primitives of their own; blocks that change the
size, with a 1×1 convolution on the way around, and bottleneck blocks are built from the same parts. In the pre-activated
block of He et al. 2016 relu comes before each convolution and not behind the sum: that is another function.

He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition, arXiv:1512.03385 (CVPR 2016), figure 2 and
equation 1; the layer sizes of the benchmarks from §4.2.
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

LAYERS = (Tensor("w1", "c c 3 3"), Tensor("b1", "c"), Tensor("w2", "c c 3 3"), Tensor("b2", "c"))

BLOCK = dict(n=2, c=2, h=3, w=4)
WHOLE = dict(**BLOCK, x=integers(-3, 3), w1=integers(-2, 2), b1=integers(-3, 3), w2=integers(-2, 2), b2=integers(-5, 5))

SIZES = dict(
    tiny=Size("ResNet-20, the first stage, 1 image of CIFAR-10", n=1, c=16, h=32, w=32),
    small=Size("ResNet-20, the last stage, 8 images of CIFAR-10", n=8, c=64, h=8, w=8),
    large=Size("ResNet-20, the first stage, 32 images of CIFAR-10", n=32, c=16, h=32, w=32),
)

# The middle tap alone: a convolution that is the identity.
IDENTITY = given([[[[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]]])
# The tap left of the middle, doubled.
FROM_THE_LEFT = given([[[[0.0, 0.0, 0.0], [2.0, 0.0, 0.0], [0.0, 0.0, 0.0]]]])
PLACE = np.arange(36).reshape(3, 2, 2, 3)
FLAWED = given(np.where(PLACE == 20, np.nan, PLACE * 37 % 19 / 4 - 2))
ROW = given([[[[1.0, -3.0, 2.0]]]])

BAD_BLOCKS = (
    Reject("an image alone", **BLOCK, x=of_shape((2, 3, 4)), hunts="an image without a batch axis"),
    Reject("another number of channels", **BLOCK, x=of_shape((2, 3, 3, 4)), hunts="x that cannot be added"),
    Reject("a kernel of one", **BLOCK, w1=of_shape((2, 2, 1, 1)), hunts="a kernel that is not 3 by 3"),
    Reject("a kernel of five", **BLOCK, w2=of_shape((2, 2, 5, 5)), hunts="a kernel that is not 3 by 3"),
    Reject(
        "a kernel of one before one of five",
        **BLOCK,
        w1=of_shape((2, 2, 1, 1)),
        w2=of_shape((2, 2, 5, 5)),
        hunts="kernels that are not 3 by 3, of which one makes up for the other",
    ),
    Reject(
        "another width inside",
        **BLOCK,
        w1=of_shape((3, 2, 3, 3)),
        b1=of_shape((3,)),
        w2=of_shape((2, 3, 3, 3)),
        hunts="convolutions that fit each other, but not the block",
    ),
    Reject("more channels inside", **BLOCK, w1=of_shape((3, 2, 3, 3)), hunts="convolutions that do not fit"),
    Reject("one bias for all", **BLOCK, b1=of_shape((1,)), hunts="a bias that broadcasts"),
    Reject("biases in a row", **BLOCK, b2=of_shape((1, 2)), hunts="a bias that broadcasts"),
)

residual_block = Primitive(
    title="The basic residual block",
    inputs=(Tensor("x", "n c h w"), *LAYERS),
    outputs=(Output("y", "n c h w"),),
    cases=(
        Case("images", **BLOCK, hunts="the sum or a relu in the wrong place"),
        Case("wide images", n=1, c=3, h=2, w=5, hunts="height and width exchanged"),
        Case("one channel", n=2, c=1, h=4, w=3, hunts="code that drops an axis of length 1"),
        Case("one cell", n=2, c=3, h=1, w=1, hunts="a size that is not kept where the kernel is larger than the image"),
        Case("no images", n=0, c=2, h=3, w=4, hunts="an empty batch that makes the call fail"),
        Case("positive images", **BLOCK, x=uniform(30, 40), hunts="x that is missing in the sum"),
        Case("negative images", **BLOCK, x=uniform(-40, -30), hunts="a relu before the sum: here it is negative"),
        Case("no weights", **BLOCK, w1=constant(0), w2=constant(0), hunts="biases that are missing or exchanged"),
        Case(
            "nothing to add",
            **BLOCK,
            w1=constant(0),
            b1=constant(0),
            w2=constant(0),
            b2=constant(0),
            hunts="anything but relu(x)",
        ),
        Case("second layer of zeros", **BLOCK, w2=constant(0), b2=constant(0), hunts="anything but relu(x)"),
        Case("inner units off", **BLOCK, b1=uniform(-90, -80), hunts="an inner relu that is missing: all are negative"),
        Case("inner units on", **BLOCK, b1=uniform(80, 90), hunts="a relu where none is, or no second bias"),
        Case("large second biases", **BLOCK, b2=uniform(80, 90), hunts="a last relu: here it has nothing to do"),
        Case("not a number", x=FLAWED, hunts="a NaN that a relu takes for 0, or that spreads to other images"),
        Case("whole numbers", **WHOLE, exact=True, hunts="anything: the result is exact"),
        Case(
            "by hand",
            x=ROW,
            w1=IDENTITY,
            b1=given([1.0]),
            w2=FROM_THE_LEFT,
            b2=given([-1.0]),
            exact=True,
            hunts="anything: within the block (2, 0, 3) and (−1, 3, −1), the sum is (0, 0, 1)",
        ),
    ),
    laws=(
        Law(
            "a second layer of zeros leaves relu(x)",
            lambda x, y: y - np.maximum(x, 0),
            hunts="a way around the convolutions that is missing or changed",
            where=lambda w2, b2: not w2.any() and not b2.any(),
            exact=True,
        ),
        Law(
            "no result is negative",
            lambda y: np.minimum(y, 0),
            hunts="a last relu that is missing",
            where=lambda x: bool(np.isfinite(x).all()),
            exact=True,
        ),
    ),
    rejects=BAD_BLOCKS,
    cost=Cost(
        flops=lambda n, c, h, w: n * c * h * w * (36 * c + 3),
        moved=lambda n, c, h, w, itemsize: itemsize * (2 * n * c * h * w + 18 * c * c + 2 * c),
    ),
    sizes=SIZES,
    independent="n",
)

residual_block_backward = Primitive(
    title="The gradients of the basic residual block",
    inputs=(Tensor("dy", "n c h w"), Tensor("x", "n c h w"), *LAYERS),
    outputs=(
        Output("dx", "n c h w"),
        Output("dw1", "c c 3 3"),
        Output("db1", "c"),
        Output("dw2", "c c 3 3"),
        Output("db2", "c"),
    ),
    cases=(
        Case("large upstream gradient", **BLOCK, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        Case("images", **BLOCK, hunts="a relu's mask that is missing or belongs to the other relu"),
        Case("wide images", n=1, c=3, h=2, w=5, hunts="height and width exchanged"),
        Case("one channel", n=2, c=1, h=4, w=3, hunts="code that drops an axis of length 1"),
        Case("one cell", n=2, c=3, h=1, w=1, hunts="a size that is not kept where the kernel is larger than the image"),
        Case("no images", n=0, c=2, h=3, w=4, hunts="an empty batch: its weights have gradient 0"),
        Case("gradients of ones", **BLOCK, dy=constant(1), hunts="images or positions that are not added up"),
        Case("zero gradient", **BLOCK, dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("positive images", **BLOCK, x=uniform(200, 220), w2=uniform(0.1, 0.3), hunts="masks, where all passes"),
        Case("negative images", **BLOCK, x=uniform(-900, -800), w2=uniform(-0.3, -0.1), hunts="dy that gets through"),
        Case("second layer of zeros", **BLOCK, w2=constant(0), hunts="dx that is not the gradient of relu(x + b2)"),
        Case("inner units off", **BLOCK, b1=uniform(-90, -80), hunts="a gradient through units that are off"),
        Case("inner units on", **BLOCK, b1=uniform(80, 90), hunts="dw2 from another input than the second layer's"),
        Case(
            "all units on",
            **BLOCK,
            x=uniform(1, 2),
            w1=uniform(0.1, 0.2),
            b1=uniform(1, 2),
            w2=uniform(0.1, 0.2),
            b2=uniform(1, 2),
            hunts="a mask, where all passes",
        ),
        Case("whole numbers", **WHOLE, dy=integers(-3, 3), exact=True, hunts="the gradient at 0, where relu stops it"),
        Case(
            "by hand",
            dy=given([[[[4.0, 2.0, 1.0]]]]),
            x=ROW,
            w1=IDENTITY,
            b1=given([1.0]),
            w2=FROM_THE_LEFT,
            b2=given([-1.0]),
            exact=True,
            hunts="anything: only the last sum is positive, the unit left of it is off, so dx is (0, 0, 1) and db2 is 1",
        ),
    ),
    laws=(
        Law(
            "what one layer gains the other may lose",
            lambda w1, b1, w2, dw1, db1, dw2: (dw2 * w2).sum() - (dw1 * w1).sum() - (db1 * b1).sum(),
            hunts="layers that do not fit together: w1 and b1 times a factor, w2 over it, is the same block",
        ),
        Law(
            "a second layer of zeros leaves the gradient of relu",
            lambda dy, x, b2, dx: dx - np.where(x + b2[:, np.newaxis, np.newaxis] > 0, dy, 0),
            hunts="a way around the convolutions that is missing or changed",
            where=lambda w2: not w2.any(),
            exact=True,
        ),
    ),
    rejects=(
        *BAD_BLOCKS,
        Reject("gradient of one number", **BLOCK, dy=of_shape((1, 1, 1, 1)), hunts="a gradient that broadcasts"),
        Reject("gradient turned around", **BLOCK, dy=of_shape((2, 2, 4, 3)), hunts="height and width exchanged"),
    ),
    cost=Cost(
        flops=lambda n, c, h, w: n * c * h * w * (108 * c + 7),
        moved=lambda n, c, h, w, itemsize: itemsize * (3 * n * c * h * w + 36 * c * c + 4 * c),
    ),
    sizes=SIZES,
)
