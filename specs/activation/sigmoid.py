"""The logistic sigmoid, and its gradient.

    y  = 1 / (1 + e⁻ˣ)

    dx = dy · y · (1 − y)

x may have any shape; y, dy and dx have the same one, and each element stands alone. The backward pass takes the input
x, not the output y. y rises from 0 to 1, is ½ at x = 0, where its slope is ¼, the largest, and has the symmetry
sigmoid(−x) = 1 − sigmoid(x).

In floating point eˣ overflows beyond 88 in float32 and beyond 709 in float64. 1/(1 + e⁻ˣ) is the safe form for x ≥ 0,
eˣ/(1 + eˣ) that for x < 0; either one used for both signs meets ∞ on one side. Large scores are legal: at x = 1000 y is
1, at −1000 it is 0, at ±∞ it is just that, and a NaN stays NaN. Small results keep their digits: at −30 y is 9.4e-14,
which neither ½(1 + tanh(x/2)) nor a guard against logarithms of 0 preserves. No library differs on any of this; the
piecewise linear "hard" sigmoid is another function, with slope 1/6 in PyTorch and Keras and 1/5 in ONNX.

Rumelhart, Hinton and Williams, Learning Representations by Back-propagating Errors, Nature 323, 1986, equations 2 and
5; Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, §3.10 and §6.3.2.
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Tensor, choice, constant, given, normal, uniform

from ._layers import HAS_LIMITS, HAS_NAN, MISFITS, SIZES, all_finite, backward_cost, forward_cost, moderate

sigmoid = Primitive(
    title="The logistic sigmoid",
    inputs=(Tensor("x"),),
    outputs=(Output("y"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a maximum or a sum along an axis, where each element stands alone"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="a curve that falls, is twice as steep or is a straight line"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zeros", size=(3, 4), x=constant(0), exact=True, hunts="anything but ½ in the middle"),
        Case("tiny values", size=(3, 4), x=normal(std=1e-6), hunts="scores that are rounded or thresholded away"),
        Case("positive tail", size=(3, 4), x=uniform(3, 12), hunts="a curve that reaches 1 too early or too late"),
        Case(
            "negative tail",
            size=(3, 4),
            x=uniform(-40, -10),
            hunts="small results that are cut off, or that lose their digits in 1 − …",
        ),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="eˣ/(1 + eˣ) for every x: it overflows, and ∞/∞ is NaN",
        ),
        Case("all a thousand", size=(3, 4), x=constant(1000), hunts="a score that overflows to NaN where 1 is right"),
        Case("infinities", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the limits are 1 and 0"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that silently becomes a probability"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given(np.log([[3.0, 1 / 3, 7.0], [1.0, 9.0, 1 / 9]])),
            hunts="anything: e⁻ˣ of these scores is ⅓, 3, 1/7, 1, 1/9, 9, so y is ¾, ¼, ⅞, ½, 9/10, 1/10",
        ),
    ),
    laws=(
        Law(
            "y times its denominator is 1",
            lambda x, y: y * (1 + np.exp(-x)) - 1,
            hunts="a curve that is not the logistic one",
            where=moderate,
        ),
        Law(
            "y is a probability",
            lambda y: np.minimum(y, 0) + np.maximum(y - 1, 0),
            hunts="a result below 0 or above 1",
            where=all_finite,
            exact=True,
        ),
    ),
    cost=forward_cost(4),
    sizes=SIZES,
    independent="*",
)

sigmoid_backward = Primitive(
    title="The gradient of the logistic sigmoid",
    inputs=(Tensor("dy"), Tensor("x")),
    outputs=(Output("dx"),),
    cases=(
        Case(
            "images", size=(2, 3, 4, 5), hunts="a gradient that is summed or averaged, where each element stands alone"
        ),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="x(1 − x), 1 − y or 1 − y² in place of y(1 − y)"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zero inputs", size=(3, 4), x=constant(0), hunts="a slope other than ¼ in the middle"),
        Case("tiny inputs", size=(3, 4), x=normal(std=1e-6), hunts="inputs that are taken for the output"),
        Case("negative tail", size=(3, 4), x=uniform(-40, -10), hunts="small slopes that are cut off"),
        Case("positive tail", size=(3, 4), x=uniform(3, 8), hunts="a slope that stays large where y is almost 1"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="e⁻ˣ/(1 + e⁻ˣ)²: it overflows, and ∞/∞ is NaN where the slope is 0",
        ),
        Case(
            "large gradients",
            size=(3, 4),
            dy=normal(std=1e6),
            hunts="a slope that is returned without the gradient that comes from above",
        ),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("infinite inputs", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the slope is 0"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that disappears"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[0.0, 0.0, 0.0]]),
            dy=given([[4.0, -8.0, 1.0]]),
            exact=True,
            hunts="anything: the slope at 0 is ¼, so dx = (1, −2, ¼)",
        ),
    ),
    laws=(
        Law(
            "the slope is at most a quarter",
            lambda dy, dx: np.maximum(np.abs(dx) - np.abs(dy) / 4, 0),
            hunts="a slope above ¼",
            where=all_finite,
        ),
        Law(
            "the gradient keeps its sign",
            lambda dy, dx: np.minimum(dx * dy, 0),
            hunts="a slope below 0, where the sigmoid rises everywhere",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=MISFITS,
    cost=backward_cost(7),
    sizes=SIZES,
    independent="*",
)
