"""The sigmoid-weighted linear unit, also called swish, and its gradient.

    y  = x · s                          s = 1 / (1 + e⁻ˣ)

    dx = dy · s · (1 + x · (1 − s))

x may have any shape; y, dy and dx have the same one, and each element stands alone. y is 0 at x = 0, where its slope is
½, dips to −0.278 at x = −1.278, where its slope is 0, and is close to x for large x. Left of the dip
the slope is negative; it is nowhere above 1.1. Its second term is there because x stands in the sigmoid too.

The sigmoid has to be taken without overflow: eˣ/(1 + eˣ) is ∞/∞ for large x. At 1000 y is 1000 with slope 1, at −1000 it
is 0 with slope 0, at +∞ it is ∞, and a NaN stays NaN. What happens at −∞ is left open, where y is −∞ · 0, and so is the
slope at ±∞. Swish with a steepness β inside the sigmoid, and hard swish, are other functions. No library differs.

Elfwing, Uchibe and Doya, Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement
Learning, arXiv:1702.03118; Ramachandran, Zoph and Le, Searching for Activation Functions, arXiv:1710.05941.
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Tensor, choice, constant, given, normal, uniform

from ._layers import HAS_NAN, MISFITS, SIZES, all_finite, backward_cost, forward_cost, moderate

silu = Primitive(
    title="The sigmoid-weighted linear unit",
    inputs=(Tensor("x"),),
    outputs=(Output("y"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="another weight than the sigmoid"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="a factor x that is forgotten, or a weight that falls"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zeros", size=(3, 4), x=constant(0), exact=True, hunts="anything but 0 in the middle"),
        Case("tiny values", size=(3, 4), x=normal(std=1e-6), hunts="scores that are rounded or thresholded away"),
        Case("the dip", size=(3, 4), x=uniform(-2, -0.5), hunts="a curve that does not go below 0"),
        Case("positive tail", size=(3, 4), x=uniform(3, 12), hunts="x itself in place of y, too early"),
        Case("negative tail", size=(3, 4), x=uniform(-40, -10), hunts="small results that are cut off"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="eˣ/(1 + eˣ) for every x: it overflows, and ∞/∞ is NaN",
        ),
        Case("infinity", x=given([[np.inf, 1.0], [-1.0, 0.0]]), hunts="a NaN at ∞, where y is ∞"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that silently becomes a number"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given(np.log([[1.0, 3.0, 1 / 3, 7.0]])),
            hunts="anything: the sigmoids are ½, ¾, ¼, ⅞, so y is 0, ¾ ln 3, −¼ ln 3, ⅞ ln 7",
        ),
    ),
    laws=(
        Law(
            "y times the denominator is x",
            lambda x, y: (y * (1 + np.exp(-x)) - x) / (1 + np.exp(-x)),
            hunts="a weight that is not the sigmoid",
            where=moderate,
        ),
        Law(
            "the sign survives",
            lambda x, y: np.minimum(x * y, 0),
            hunts="a weight below 0",
            where=all_finite,
            exact=True,
        ),
    ),
    cost=forward_cost(5),
    sizes=SIZES,
    independent="*",
)

silu_backward = Primitive(
    title="The gradient of the sigmoid-weighted linear unit",
    inputs=(Tensor("dy"), Tensor("x")),
    outputs=(Output("dx"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a term of the product rule that is left out or subtracted"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="the output or a constant in place of the slope"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zero inputs", size=(3, 4), x=constant(0), hunts="a slope other than ½ in the middle"),
        Case("below the dip", size=(3, 4), x=uniform(-6, -2), hunts="a slope that is not negative there"),
        Case("positive tail", size=(3, 4), x=uniform(2, 8), hunts="a slope that does not exceed 1, or that grows"),
        Case("negative tail", size=(3, 4), x=uniform(-40, -10), hunts="small slopes that are cut off"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="eˣ/(1 + eˣ) for every x: it overflows, and ∞/∞ is NaN",
        ),
        Case("large gradients", size=(3, 4), dy=normal(std=1e6), hunts="a slope that is returned without the gradient"),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that disappears"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[0.0, 0.0, 0.0]]),
            dy=given([[4.0, -8.0, 1.0]]),
            exact=True,
            hunts="anything: the slope at 0 is ½, so dx = (2, −4, ½)",
        ),
    ),
    laws=(
        Law(
            "the slope is at most 1.1",
            lambda dy, dx: np.maximum(np.abs(dx) - 1.1 * np.abs(dy), 0),
            hunts="a slope that grows with x",
            where=all_finite,
        ),
    ),
    rejects=MISFITS,
    cost=backward_cost(8),
    sizes=SIZES,
    independent="*",
)
