"""Softmax, which turns scores into probabilities, and the gradient through it.

    yᵢ  = exp(xᵢ − m) / Σⱼ exp(xⱼ − m)        m = maxⱼ xⱼ

    dxᵢ = yᵢ · (dyᵢ − Σⱼ dyⱼ·yⱼ)

i and j run along `axis`, the last one unless told otherwise; every other position has a softmax of its own. x may have
any shape with at least one axis; y, dy and dx have the same one. The backward pass takes the scores x, not y.

Subtracting the maximum changes nothing in exact arithmetic, since numerator and denominator shrink alike. In floating
point it decides whether there is a result: exp overflows beyond 88 in float32 and beyond 709 in float64. It has to be
the maximum along the axis: below the maximum of the whole array a row 2,000 lower would vanish, and 0/0 is NaN.

A score of −∞ gets probability 0: that is how scores are masked. A line with a NaN, a +∞ or nothing but −∞ becomes NaN
from end to end, as in PyTorch, TensorFlow and JAX. The gradient's sum runs over the line as well: the Jacobian
∂yᵢ/∂xⱼ = yᵢ(δᵢⱼ − yⱼ) is not diagonal, and dx sums to 0 along the axis. No library differs on any of this.

Bridle, Training Stochastic Model Recognition Algorithms as Networks Can Lead to Maximum Mutual Information Estimation
of Parameters, NIPS 1989; Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equations 4.1 and 6.29.
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
SQUARE = dict(size=(4, 4), x=normal(std=2))
DOWN = dict(size=(3, 5), axis=0, x=normal(std=2))
CHANNELS = dict(size=(2, 3, 4, 5), axis=1)
MIDDLE = dict(size=(2, 3, 4), axis=-2)
FAR_APART = [[1000.0, 1001.0, 999.0, 1000.5], [-1000.0, -1001.0, -999.0, -1000.5], [0.0, 1.0, -1.0, 0.5]]
SATURATED = [[1000.0, 0.0, -1000.0], [-1000.0, 1000.0, 999.0]]
MASKED = [[0.5, -np.inf, 1.5, -np.inf], [-np.inf, 2.0, -1.0, 0.25]]
UNDEFINED = [[0.5, np.nan, 1.5], [0.5, -1.0, 1.5], [np.inf, 1.0, 2.0], [-np.inf, -np.inf, -np.inf]]

softmax = Primitive(
    title="Softmax along an axis",
    inputs=(Tensor("x"),),
    options=(AXIS,),
    outputs=(Output("y"),),
    cases=(
        Case("rows", **ROWS, hunts="probabilities that sum to 1 over the wrong axis or over the whole batch"),
        Case("square batch", **SQUARE, hunts="a sum without keepdims: row i is divided by the sum of row j"),
        Case("down the columns", **DOWN, hunts="an axis that is ignored, or a sum without keepdims"),
        Case("channels of images", **CHANNELS, hunts="an axis that is ignored, or code that knows only rows"),
        Case("middle axis, counted from the end", **MIDDLE, hunts="a negative axis that is not understood"),
        Case("three axes, last", size=(2, 3, 4), hunts="axis 1 built in where the last one is meant"),
        Case("vector", size=(6,), hunts="code that takes it for granted that there is a batch axis"),
        Case("one row", size=(1, 6), hunts="code that looks at the batch where there is only one example"),
        Case("one class", size=(4, 1), hunts="a sigmoid in place of a softmax: a single class is certain", exact=True),
        Case("many classes", size=(2, 100), hunts="a denominator that is guarded, cut off or summed up badly"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="exp of the scores as they are: it overflows, and ∞/∞ is NaN",
        ),
        Case("saturated", x=given(SATURATED), hunts="scores of ±1000 that overflow to NaN where 1 and 0 are right"),
        Case(
            "rows 2,000 apart",
            x=given(FAR_APART),
            hunts="the maximum of the whole array subtracted: a row far below it underflows to 0/0",
        ),
        Case(
            "columns 2,000 apart",
            x=given(np.transpose(FAR_APART)),
            axis=0,
            hunts="the maximum of the whole array subtracted: a column far below it underflows to 0/0",
        ),
        Case("equal scores", size=(3, 8), x=constant(3), hunts="equal scores that do not get equal probabilities"),
        Case("zero scores", size=(3, 5), x=constant(0), hunts="scores of 0 that are taken for masked ones"),
        Case("ties for the maximum", size=(4, 5), x=choice(-1, 2), hunts="all the weight given to one of equal scores"),
        Case("tiny scores", size=(3, 5), x=normal(std=1e-6), hunts="scores that are rounded or thresholded away"),
        Case("masked scores", x=given(MASKED), hunts="a score of −∞ that makes a NaN where its probability is 0"),
        Case(
            "all but one masked",
            x=given([[-np.inf, 3.0, -np.inf], [-7.0, -np.inf, -np.inf]]),
            exact=True,
            hunts="a score of −∞ that makes a NaN: the one score that is left is certain",
        ),
        Case(
            "undefined lines",
            x=given(UNDEFINED),
            hunts="a NaN, a +∞ or nothing but −∞ that gives numbers, or that spoils the healthy row",
        ),
        Case("no rows", size=(0, 5), hunts="an empty batch that makes the call fail"),
        Case(
            "one of many scores",
            x=given(1000 * np.eye(70)[[31, 37, 5]]),
            exact=True,
            hunts="a maximum that is looked for in parts of a long row and not found: it overflows",
        ),
        Case(
            "no scores",
            size=(3, 0),
            refusable="there is no largest of no scores",
            hunts="rows without scores that get some all the same",
        ),
        Case(
            "by hand",
            x=given([np.log([1.0, 2.0, 5.0]), np.log([3.0, 4.0, 1.0])]),
            hunts="anything: exp of these scores is 1, 2, 5 and 3, 4, 1, so the probabilities are eighths",
        ),
    ),
    laws=(
        Law(
            "probabilities sum to 1",
            lambda y, axis: y.sum(axis) - 1,
            hunts="a denominator that is not the sum of the numerators",
            where=lambda x: x.size > 0 and bool(np.isfinite(x).all()),
        ),
        Law(
            "probabilities are not negative",
            lambda y: np.minimum(y, 0),
            hunts="a probability below 0",
            where=lambda x: bool(np.isfinite(x).all()),
            exact=True,
        ),
    ),
    rejects=(
        Reject("axis beyond the last", size=(3, 5), axis=2, hunts="an axis that x does not have"),
        Reject("axis before the first", size=(3, 5), axis=-3, hunts="an axis that x does not have"),
        Reject("no axes", size=(), hunts="a single score, which has no line to be a share of"),
        Reject("no axes, the first", size=(), axis=0, hunts="an axis 0 that x does not have"),
    ),
    cost=Cost(flops=lambda size: 5 * np.prod(size), moved=lambda size, itemsize: 2 * itemsize * np.prod(size)),
    sizes=SIZES,
    independent="*",
)

softmax_backward = Primitive(
    title="The gradient through softmax",
    inputs=(Tensor("dy"), Tensor("x")),
    options=(AXIS,),
    outputs=(Output("dx"),),
    cases=(
        Case(
            "rows", **ROWS, hunts="a diagonal Jacobian y(1 − y), or a sum that is left out, added or not weighted by y"
        ),
        Case("square batch", **SQUARE, hunts="a sum without keepdims: row i gets the sum of row j"),
        Case("down the columns", **DOWN, hunts="an axis that is ignored, or a sum without keepdims"),
        Case("channels of images", **CHANNELS, hunts="an axis that is ignored, or code that knows only rows"),
        Case("middle axis, counted from the end", **MIDDLE, hunts="a negative axis that is not understood"),
        Case("three axes, last", size=(2, 3, 4), hunts="axis 1 built in where the last one is meant"),
        Case("vector", size=(6,), hunts="code that takes it for granted that there is a batch axis"),
        Case("one row", size=(1, 6), hunts="code that looks at the batch where there is only one example"),
        Case("two classes", size=(4, 2), hunts="the one Jacobian whose diagonal could be taken for a sigmoid's"),
        Case("many classes", size=(2, 100), hunts="a sum that is averaged, cut off or summed up badly"),
        Case("one probability", size=(3, 5), dy=given(np.eye(3, 5)), hunts="a row of the Jacobian with a wrong sign"),
        Case(
            "one-sided gradient", size=(3, 5), dy=uniform(1, 2), hunts="the part that all of dy share: it must cancel"
        ),
        Case(
            "large gradient", size=(3, 5), dy=normal(std=1e6), hunts="a gradient that is rescaled, clipped or averaged"
        ),
        Case("tiny gradient", size=(3, 5), dy=normal(std=1e-6), hunts="a gradient that is rounded or thresholded away"),
        Case("zero gradient", size=(3, 5), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="a softmax rebuilt without its shift: it overflows, and the gradient is NaN",
        ),
        Case(
            "saturated", x=given(SATURATED), hunts="scores of ±1000 that overflow to NaN where the gradient is almost 0"
        ),
        Case(
            "rows 2,000 apart",
            x=given(FAR_APART),
            hunts="the maximum of the whole array subtracted: 0/0 in the row below",
        ),
        Case(
            "equal scores", size=(3, 8), x=constant(3), hunts="equal scores whose gradients do not just lose their mean"
        ),
        Case("masked scores", x=given(MASKED), hunts="a score of −∞ that makes a NaN where its gradient is 0"),
        Case("undefined lines", x=given(UNDEFINED), hunts="a NaN that disappears, or that spoils the healthy row"),
        Case("no rows", size=(0, 5), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[0.0, 0.0, 0.0, 0.0]]),
            dy=given([[1.0, 2.0, 3.0, 6.0]]),
            hunts="anything: every probability is ¼ and Σ dy·y = 3, so dx = (−½, −¼, 0, ¾)",
        ),
    ),
    laws=(
        Law(
            "dx sums to 0",
            lambda dx, axis: dx.sum(axis),
            hunts="a missing projection: raising all scores alike changes nothing, so dx has no part in that direction",
            where=lambda x: bool(np.isfinite(x).all()),
        ),
    ),
    rejects=(
        Reject("gradient of a row", size=(3, 5), dy=of_shape((5,)), hunts="a gradient that broadcasts"),
        Reject("gradient of a column", size=(3, 5), dy=of_shape((3, 1)), hunts="a gradient that broadcasts"),
        Reject(
            "gradient of more rows", size=(3, 5), dy=of_shape((4, 5)), hunts="a row of the gradient that is left over"
        ),
        Reject("axis beyond the last", size=(3, 5), axis=2, hunts="an axis that x does not have"),
        Reject("axis before the first", size=(3, 5), axis=-3, hunts="an axis that x does not have"),
        Reject("no axes", size=(), hunts="a single score, which has no line to be a share of"),
        Reject("no axes, the first", size=(), axis=0, hunts="an axis 0 that x does not have"),
    ),
    cost=Cost(flops=lambda size: 9 * np.prod(size), moved=lambda size, itemsize: 3 * itemsize * np.prod(size)),
    sizes=SIZES,
    independent="*",
)
