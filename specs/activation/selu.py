"""The scaled exponential linear unit, and its gradient.

    y  = λ · x                where x > 0
         λ · α(eˣ − 1)        elsewhere

    dx = λ · dy               where x > 0
         λα · eˣ · dy         where x < 0
         s · dy               where x = 0

    λ = 1.0507009873554805        α = 1.6732632423543772

x may have any shape; y, dy and dx have the same one, and each element stands alone. The two constants are no options:
they are what makes mean 0 and variance 1 a fixed point, so that a standard normal x gives a y of mean 0 and variance 1,
layer after layer. Four digits of them are too few.

The two sides meet at 0 with a kink, for their slopes are λα = 1.7581 on the left and λ = 1.0507 on the right, so s is a
convention. The exponential is needed for x ≤ 0 only, and there it cannot overflow. A NaN stays NaN, +∞ stays, −∞
becomes −λα. Near 0 the definition cancels, so results are judged to absolute precision there.

Klambauer, Unterthiner, Mayr and Hochreiter, Self-Normalizing Neural Networks, NIPS 2017, equation 2. Constants and
slopes at 0 as measured in PyTorch 2.13, TensorFlow 2.21, JAX 0.10 and Keras 3.15.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Law,
    Output,
    Primitive,
    Tensor,
    choice,
    constant,
    given,
    mostly,
    normal,
    uniform,
)

from ._layers import HAS_LIMITS, HAS_NAN, MISFITS, SIZES, all_finite, backward_cost, forward_cost

DEPTH = 1.0507009873554805 * 1.6732632423543772

selu = Primitive(
    title="The scaled exponential linear unit",
    inputs=(Tensor("x"),),
    outputs=(Output("y"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="constants that are exchanged, forgotten or rounded"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="a scale on one side only"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("all positive", size=(3, 4), x=uniform(0.5, 2), hunts="positive values that are not scaled by λ"),
        Case("all negative", size=(3, 4), x=uniform(-2, -0.5), hunts="negative values that are not scaled by λα"),
        Case("zeros", size=(3, 4), x=constant(0), exact=True, hunts="two sides that do not meet at 0"),
        Case("tiny values", size=(3, 4), x=uniform(-1e-3, 1e-3), hunts="a threshold that is not exactly 0"),
        Case("negative tail", size=(3, 4), x=uniform(-12, -3), hunts="a curve that does not level off at −λα"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="an exponential of large x multiplied by a mask: ∞ times 0 is NaN",
        ),
        Case("infinities", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the limits are ∞ and −λα"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that silently becomes a number"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-np.log(2.0), 0.0, 1.0, 2.0]]),
            hunts="anything: −λα/2, 0, λ and 2λ are −0.87905, 0, 1.05070 and 2.10140",
        ),
    ),
    laws=(
        Law(
            "y is not below −λα",
            lambda y: np.minimum(y + DEPTH, 0),
            hunts="negative values that do not level off where they should",
            where=all_finite,
        ),
        Law(
            "the sign survives",
            lambda x, y: np.minimum(x * y, 0),
            hunts="a 1 that is not subtracted, so that negative inputs come out positive",
            where=all_finite,
            exact=True,
        ),
    ),
    cost=forward_cost(5),
    sizes=SIZES,
    independent="*",
)

selu_backward = Primitive(
    title="The gradient of the scaled exponential linear unit",
    inputs=(Tensor("dy"), Tensor("x")),
    outputs=(Output("dx"),),
    conventions=(
        Convention(
            "at_zero",
            "The slope at exactly 0",
            **{
                "lambda_alpha": "PyTorch and JAX, and Keras on either of them",
                "lambda": "TensorFlow, and Keras on it",
            },
        ),
    ),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="constants that are exchanged, forgotten or rounded"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="a scale on one side only, or the output for the slope"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("exact zeros", size=(4, 5), x=choice(-1, 0, 0, 1), hunts="another slope at 0 than the one asked for"),
        Case("nothing but zeros", size=(3, 4), x=constant(0), hunts="a quotient such as y/x, which is NaN at 0"),
        Case(
            "sparse activations",
            size=(4, 5),
            x=mostly(constant(0), 0.3, normal()),
            hunts="a slope at 0 that shows as soon as padding, dropout or an earlier relu made the zeros",
        ),
        Case("all positive", size=(3, 4), x=uniform(0.5, 2), hunts="a gradient that is not scaled by λ"),
        Case("all negative", size=(3, 4), x=uniform(-2, -0.5), hunts="a gradient that is stopped, or an e^x forgotten"),
        Case("negative tail", size=(3, 4), x=uniform(-40, -10), hunts="small slopes that are cut off"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 1000),
            hunts="an exponential that overflows, and a NaN where the slope is λ",
        ),
        Case("large gradients", size=(3, 4), dy=normal(std=1e6), hunts="a slope that is returned without the gradient"),
        Case("infinite inputs", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the slopes are λ and 0"),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-np.log(2.0), -np.log(4.0), 3.0]]),
            dy=given([[2.0, -4.0, 1.0]]),
            hunts="anything: dx = (λα, −λα, λ), that is 1.75810, −1.75810 and 1.05070",
        ),
    ),
    laws=(
        Law(
            "the gradient keeps its sign",
            lambda dy, dx: np.minimum(dx * dy, 0),
            hunts="a slope below 0, where selu never falls",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=MISFITS,
    cost=backward_cost(5),
    sizes=SIZES,
    independent="*",
)
