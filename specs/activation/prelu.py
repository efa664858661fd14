"""The parametric rectified linear unit: a leaky one whose slopes are learned; and its gradients.

    y      = x                  where x > 0
             slope[c] · x       elsewhere

    dx     = dy                 where x > 0
             slope[c] · dy      elsewhere

    dslope[c] = Σ dy · x        over the elements of channel c with x < 0

x may have any shape; y, dy and dx have the same one. Axis 1 holds the channels, C of them, and slope is (C,), one for
each, or (1,), one for all elements; dslope has its shape, and is a sum over everything that shares the slope, batch axis
included. An x with less than two axes has no channels and takes one slope. Slopes may take any value, since nothing
holds back what is learned: below 0 the unit bends upward, above 1 max(x, slope · x) would pick the wrong side.

At exactly 0, where there is no derivative, the gradient is slope · dy: 0 counts as negative, as in PyTorch.

Where libraries differ: learning starts at ¼ in the paper, PyTorch and Caffe, at 0 in Keras. PyTorch has one slope unless
told otherwise, the paper and Caffe one for each channel, Keras one for each element, which its shared_axes undo. What is
built as relu(x) − slope · relu(−x), as Keras' layer is, has the gradient 0 at 0.

Edge cases: a NaN stays NaN; +∞ passes, and −∞ is multiplied by the slope. The gradients there are left open. A channel
without negative elements has dslope 0, and so has an empty batch.

He, Zhang, Ren and Sun, Delving Deep into Rectifiers, ICCV 2015, arXiv:1502.01852, equations 1 to 3; PyTorch 2.13.
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
    choice,
    constant,
    given,
    normal,
    of_shape,
    uniform,
)

from ._layers import HAS_LIMITS, HAS_NAN

IMAGES = dict(size=(2, 3, 4, 5), k=3)
ROWS = dict(size=(4, 3), k=3)
SLOPE = Tensor("slope", "k", draw=uniform(0.1, 0.9))

LAYERS = dict(
    tiny=Size("LeNet-5, the second dense layer", size=(1, 84), k=1),
    small=Size("LeNet-5, the first convolution, 16 images", size=(16, 6, 28, 28), k=6),
    large=Size("ResNet-50, the first stage, 32 images", size=(32, 64, 56, 56), k=64),
)

WRONG_SLOPES = (
    Reject("too few slopes", size=(2, 3, 4, 5), slope=of_shape((2,)), k=2, hunts="slopes that do not fit"),
    Reject("slopes of the columns", size=(2, 3, 4, 5), slope=of_shape((5,)), k=5, hunts="slopes along the last axis"),
    Reject("slope of each element", size=(4, 3), slope=of_shape((4, 3)), k=3, hunts="slopes as Keras has them"),
    Reject("several slopes for one axis", size=(5,), slope=of_shape((5,)), k=5, hunts="an axis 1 that is not there"),
    Reject("slopes for one channel", size=(4, 1, 3), slope=of_shape((2,)), k=2, hunts="slopes that x broadcasts to"),
    Reject("slopes with two axes", size=(5, 4), slope=of_shape((2, 2)), k=4, hunts="slopes that are put into a row"),
    Reject("slope without axes", size=(5,), slope=of_shape(()), k=1, hunts="a slope that is a number, not an array"),
)

prelu = Primitive(
    title="The parametric rectified linear unit",
    inputs=(Tensor("x"), SLOPE),
    outputs=(Output("y"),),
    cases=(
        Case("images", **IMAGES, hunts="slopes along another axis than 1"),
        Case("as wide as deep", size=(2, 3, 4, 3), k=3, hunts="slopes along the last axis, which here goes unnoticed"),
        Case("cube", size=(3, 3, 3), k=3, hunts="slopes along an axis that has their number by chance"),
        Case("rows", **ROWS, hunts="slopes that need an image"),
        Case("square", size=(3, 3), k=3, hunts="slopes along the rows"),
        Case("one slope", size=(2, 3, 4, 5), k=1, hunts="a single slope that is not shared by all"),
        Case("one axis", size=(7,), k=1, hunts="code that takes a channel axis for granted"),
        Case("one channel", size=(4, 1, 3), k=1, hunts="a result that loses its axis"),
        Case("scalar", size=(), k=1, hunts="an x without axes, which is not to get the slope's"),
        Case("slopes above 1", **IMAGES, slope=uniform(1.5, 3), hunts="max(x, slope · x), which picks the wrong side"),
        Case("slopes below 0", **IMAGES, slope=uniform(-2, -0.5), hunts="slopes that are held above 0"),
        Case("slopes of 0 and 1", **ROWS, slope=given([0.0, 1.0, 0.0]), hunts="a division by a slope"),
        Case("slopes of a quarter", **ROWS, slope=constant(0.25), hunts="anything but a slope that is not learned"),
        Case("all positive", **ROWS, x=uniform(0.5, 2), hunts="positive values that do not pass unchanged"),
        Case("all negative", **ROWS, x=uniform(-2, -0.5), hunts="negative values that are lost or turn positive"),
        Case("zeros", **ROWS, x=choice(-1, 0, 1), hunts="a quotient such as x/|x|"),
        Case("huge values", **ROWS, x=normal(std=1e30), hunts="a detour that overflows"),
        Case("infinities", x=given(HAS_LIMITS), k=3, hunts="x · (x > 0) + slope · x · (x ≤ 0): ∞ times 0 is NaN"),
        Case("not a number", x=given(HAS_NAN), k=3, hunts="a NaN that silently becomes a number"),
        Case("no elements", size=(0, 3, 2), k=3, hunts="an empty batch that makes the call fail"),
        Case("no elements, one slope", size=(0, 3, 2), k=1, hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-8.0, -2.0], [0.5, -1.0], [0.0, 3.0]]),
            slope=given([0.25, 2.0]),
            exact=True,
            hunts="anything: −8 becomes −2, −2 and −1 become −4 and −2, the rest stays",
        ),
    ),
    laws=(
        Law(
            "positive elements pass",
            lambda x, y: np.where(x > 0, y - x, 0),
            hunts="a slope on the positive side",
            exact=True,
        ),
    ),
    rejects=WRONG_SLOPES,
    cost=Cost(
        flops=lambda size: 2 * np.prod(size),
        moved=lambda size, k, itemsize: itemsize * (2 * np.prod(size) + k),
    ),
    sizes=LAYERS,
)

prelu_backward = Primitive(
    title="The gradients of the parametric rectified linear unit",
    inputs=(Tensor("dy"), Tensor("x"), SLOPE),
    outputs=(Output("dx"), Output("dslope", "k")),
    cases=(
        Case("images", **IMAGES, hunts="slopes, or sums, along another axis than 1"),
        Case("as wide as deep", size=(2, 3, 4, 3), k=3, hunts="sums over the wrong axes, which here go unnoticed"),
        Case("rows", **ROWS, hunts="a slope's gradient that is averaged over the batch"),
        Case("one example", size=(1, 3, 4), k=3, hunts="anything but an average over the batch"),
        Case("one slope", size=(2, 3, 4, 5), k=1, hunts="sums by channel, where one slope is shared by all"),
        Case("one axis", size=(7,), k=1, hunts="code that takes a channel axis for granted"),
        Case("one channel", size=(4, 1, 3), k=1, hunts="a result that loses its axis"),
        Case("scalar", size=(), k=1, hunts="an x without axes, which is not to get the slope's"),
        Case("slopes above 1", **ROWS, slope=uniform(1.5, 3), hunts="the gradient of max(x, slope · x)"),
        Case("slopes below 0", **ROWS, slope=uniform(-2, -0.5), hunts="slopes that are held above 0"),
        Case("slopes of 0", **ROWS, slope=constant(0), hunts="a gradient of the slope made from y, or divided by it"),
        Case("slopes of 1", **ROWS, slope=constant(1), hunts="a gradient of the slope that depends on the slope"),
        Case("exact zeros", **ROWS, x=choice(-1, 0, 0, 1), hunts="another gradient at 0 than the slope"),
        Case("all positive", **ROWS, x=uniform(0.5, 2), hunts="a gradient of a slope that nothing meets: it is 0"),
        Case("all negative", **ROWS, x=uniform(-2, -0.5), hunts="gradients that are stopped"),
        Case("positive gradients", **ROWS, dy=uniform(1, 2), hunts="the sign of the gradient, which is no matter"),
        Case("large gradients", **ROWS, dy=normal(std=1e6), hunts="gradients that come without dy"),
        Case("ones", **ROWS, dy=constant(1), hunts="a factor dy that is applied twice: here it goes unnoticed"),
        Case("zero gradient", **ROWS, dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("no elements", size=(0, 3, 2), k=3, hunts="an empty batch: its sums are 0"),
        Case(
            "by hand",
            dy=given([[1.0, 2.0], [3.0, 4.0], [8.0, 5.0]]),
            x=given([[-8.0, -2.0], [0.5, -1.0], [0.0, 3.0]]),
            slope=given([0.25, 2.0]),
            exact=True,
            hunts="anything: dx is ¼, 4; 3, 8; 2, 5, and dslope is −8 and −4 − 4",
        ),
    ),
    laws=(
        Law(
            "prelu is homogeneous",
            lambda dy, x, slope, dx, dslope: np.sum(dx * x) - np.sum(slope * dslope) - np.sum(dy * np.maximum(x, 0)),
            hunts="gradients that do not belong to one function: Σ dx · x = Σ slope · dslope + Σ dy · max(x, 0)",
        ),
    ),
    rejects=(
        *WRONG_SLOPES,
        Reject("gradient of a row", **ROWS, dy=of_shape((3,)), hunts="a gradient that broadcasts"),
        Reject("gradient of a column", **ROWS, dy=of_shape((4, 1)), hunts="a gradient that broadcasts"),
        Reject("gradient transposed", **ROWS, dy=of_shape((3, 4)), hunts="a gradient of another shape"),
    ),
    cost=Cost(
        flops=lambda size: 4 * np.prod(size),
        moved=lambda size, k, itemsize: itemsize * (3 * np.prod(size) + 2 * k),
    ),
    sizes=LAYERS,
)
