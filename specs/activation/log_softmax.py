"""The logarithm of softmax, and the gradient through it.

    yᵢ  = zᵢ − log Σⱼ exp(zⱼ)        zᵢ = xᵢ − maxⱼ xⱼ

    dxᵢ = dyᵢ − pᵢ · Σⱼ dyⱼ          p = softmax(x) = exp(y)

i and j run along `axis`, the last one unless told otherwise; every other position stands alone. x may have any shape
with at least one axis; y, dy and dx have the same one. The backward pass takes the scores x, not y.

It is there for what the logarithm of a finished softmax cannot do: a score 2,000 below the maximum has a probability
that underflows to 0, whose logarithm would be −∞, while y is −2000. Subtracting the maximum along the axis changes
nothing in exact arithmetic, and keeps the sum between 1 and the number of classes.

A score of −∞ has y = −∞: that is how scores are masked; its p is 0. A line with a NaN, a +∞ or nothing but −∞ becomes
NaN from end to end, as in PyTorch, TensorFlow and JAX. The Jacobian is δᵢⱼ − pⱼ, so dx sums to 0 along the axis; dy − p
is dx only where dy sums to 1. No library differs on any of this.

Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 6.30; Blanchard, Higham and Higham, Accurately
Computing the Log-Sum-Exp and Softmax Functions, IMA Journal of Numerical Analysis 41, 2021.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Count,
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

AXIS = Count("axis", -1, low=-32)

SIZES = dict(
    tiny=Size("LeNet-5, the ten digits, 16 images", size=(16, 10)),
    small=Size("AlexNet, 1,000 classes, 128 images", size=(128, 1000)),
    large=Size("ResNet-50, 1,000 classes, 4,096 images", size=(4096, 1000)),
)

ROWS = dict(size=(3, 5), x=normal(std=2))
DOWN = dict(size=(3, 5), axis=0, x=normal(std=2))
SQUARE_DOWN = dict(size=(4, 4), axis=0, x=normal(std=2))
CHANNELS = dict(size=(2, 3, 2, 4), axis=1)
FAR_APART = [[1000.0, 1001.0, 999.0, 1000.5], [-1000.0, -1001.0, -999.0, -1000.5], [0.0, 1.0, -1.0, 0.5]]
SATURATED = [[1000.0, 0.0, -1000.0], [-1000.0, 1000.0, 999.0]]
MASKED = [[0.5, -np.inf, 1.5, -np.inf], [-np.inf, 2.0, -1.0, 0.25]]
UNDEFINED = [[0.5, np.nan, 1.5], [0.5, -1.0, 1.5], [np.inf, 1.0, 2.0], [-np.inf, -np.inf, -np.inf]]

BAD_AXES = (
    Reject("axis beyond the last", size=(3, 5), axis=2, hunts="an axis that x does not have"),
    Reject("axis before the first", size=(3, 5), axis=-3, hunts="an axis that x does not have"),
    Reject("no axes", size=(), hunts="a single score, which has no line to be a share of"),
    Reject("no axes, the first", size=(), axis=0, hunts="an axis 0 that x does not have"),
)

log_softmax = Primitive(
    title="The logarithm of softmax along an axis",
    inputs=(Tensor("x"),),
    options=(AXIS,),
    outputs=(Output("y"),),
    cases=(
        Case("rows", **ROWS, hunts="a sum over the wrong axis or over the whole batch, or a sign turned"),
        Case("down the columns", **DOWN, hunts="an axis that is ignored, or a sum without keepdims"),
        Case("square batch, down", **SQUARE_DOWN, hunts="an axis that is ignored where both are of one length"),
        Case("channels of images", **CHANNELS, hunts="an axis that is ignored, or code that knows only rows"),
        Case("vector", size=(6,), hunts="code that takes it for granted that there is a batch axis"),
        Case("one row", size=(1, 6), hunts="code that looks at the batch where there is only one example"),
        Case("one class", size=(4, 1), exact=True, hunts="anything but 0: a single class is certain"),
        Case(
            "no scores",
            size=(3, 0),
            refusable="there is no largest of no scores",
            hunts="rows without scores that get some all the same",
        ),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="the logarithm of a probability that has underflowed to 0",
        ),
        Case("saturated", x=given(SATURATED), hunts="scores of ±1000 that become −∞ or NaN where y is −2000"),
        Case(
            "rows 2,000 apart",
            x=given(FAR_APART),
            hunts="the maximum of the whole array subtracted: a row far below it has the sum 0",
        ),
        Case("improbable classes", size=(3, 4), x=choice(0, -20, -30), hunts="a guard that keeps y above −16"),
        Case("maximum 0", x=given([[0.0, -1.0, -2.5], [-0.5, -3.0, 0.0]]), hunts="a shift that is not given back"),
        Case("equal scores", size=(3, 8), x=constant(3), hunts="equal scores whose y is not −log 8"),
        Case("masked scores", x=given(MASKED), hunts="a score of −∞ that makes a NaN where y is −∞"),
        Case(
            "undefined lines",
            x=given(UNDEFINED),
            hunts="a NaN, a +∞ or nothing but −∞ that gives numbers, or that spoils the healthy row",
        ),
        Case("no rows", size=(0, 5), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([np.log([1.0, 2.0, 5.0]), np.log([3.0, 4.0, 1.0])]),
            hunts="anything: the probabilities are eighths, so y is log ⅛, log ¼, log ⅝ and log ⅜, log ½, log ⅛",
        ),
    ),
    laws=(
        Law(
            "the exponentials sum to 1",
            lambda y, axis: np.exp(y).sum(axis) - 1,
            hunts="a sum that is not that of the exponentials",
            where=lambda x: bool(np.isfinite(x).all()),
        ),
        Law(
            "differences of scores survive",
            lambda x, y, axis: np.diff(y, axis=axis) - np.diff(x, axis=axis),
            hunts="anything but one number subtracted from the whole line",
            where=lambda x: bool(np.isfinite(x).all()),
        ),
    ),
    rejects=BAD_AXES,
    cost=Cost(flops=lambda size: 5 * np.prod(size), moved=lambda size, itemsize: 2 * itemsize * np.prod(size)),
    sizes=SIZES,
    independent="*",
)

log_softmax_backward = Primitive(
    title="The gradient through the logarithm of softmax",
    inputs=(Tensor("dy"), Tensor("x")),
    options=(AXIS,),
    outputs=(Output("dx"),),
    cases=(
        Case("rows", **ROWS, hunts="the Jacobian of softmax, or a share that is added or not weighted by p"),
        Case("down the columns", **DOWN, hunts="an axis that is ignored, or a sum without keepdims"),
        Case("square batch, down", **SQUARE_DOWN, hunts="an axis that is ignored where both are of one length"),
        Case("channels of images", **CHANNELS, hunts="an axis that is ignored, or code that knows only rows"),
        Case("vector", size=(6,), hunts="code that takes it for granted that there is a batch axis"),
        Case("one row", size=(1, 6), hunts="code that looks at the batch where there is only one example"),
        Case("one target", size=(3, 5), dy=given(np.eye(3, 5)), hunts="a share that is wrong where dy is one-hot"),
        Case("one-sided gradient", size=(3, 5), dy=uniform(1, 2), hunts="dy − p, which takes the sum of dy for 1"),
        Case("large gradient", size=(3, 5), dy=normal(std=1e6), hunts="a gradient that is rescaled or averaged"),
        Case("zero gradient", size=(3, 5), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="a softmax rebuilt without its shift: it overflows, and the gradient is NaN",
        ),
        Case("rows 2,000 apart", x=given(FAR_APART), hunts="one shift for the whole array: 0/0 in the row below"),
        Case("equal scores", size=(3, 8), x=constant(3), hunts="equal scores whose gradients do not lose their mean"),
        Case("masked scores", x=given(MASKED), hunts="a score of −∞ that makes a NaN where dx is dy"),
        Case("undefined lines", x=given(UNDEFINED), hunts="a NaN that disappears, or that spoils the healthy row"),
        Case("no rows", size=(0, 5), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[0.0, 0.0, 0.0, 0.0]]),
            dy=given([[1.0, 2.0, 3.0, 6.0]]),
            exact=True,
            hunts="anything: every probability is ¼ and Σ dy = 12, so dx = dy − 3 = (−2, −1, 0, 3)",
        ),
    ),
    laws=(
        Law(
            "dx sums to 0",
            lambda dx, axis: dx.sum(axis),
            hunts="a missing share: raising all scores alike changes nothing, so dx has no part in that direction",
            where=lambda x: bool(np.isfinite(x).all()),
        ),
    ),
    rejects=(
        Reject("gradient of a row", size=(3, 5), dy=of_shape((5,)), hunts="a gradient that broadcasts"),
        Reject("gradient of a column", size=(3, 5), dy=of_shape((3, 1)), hunts="a gradient that broadcasts"),
        Reject(
            "gradient of more rows", size=(3, 5), dy=of_shape((4, 5)), hunts="a row of the gradient that is left over"
        ),
        *BAD_AXES,
    ),
    cost=Cost(flops=lambda size: 7 * np.prod(size), moved=lambda size, itemsize: 3 * itemsize * np.prod(size)),
    sizes=SIZES,
    independent="*",
)
