"""The exponential linear unit, and its gradient.

    y  = x                 where x > 0
         α(eˣ − 1)         elsewhere

    dx = dy                where x > 0
         dy · α · eˣ       elsewhere

x may have any shape; y, dy and dx have the same one, and each element stands alone. α ≥ 0 is the depth at which
negative elements saturate: y goes to −α. At exactly 0 y is 0, and the slope is that of the exponential side, α; for
α = 1 the two sides meet without a kink, for any other there is one.

The exponential is needed for x ≤ 0 only, and there it cannot overflow. Taken of every x it does, beyond 88 in float32
and beyond 709 in float64, which is harmless where the right side is selected and a NaN where it is multiplied by a mask.
A NaN stays NaN, +∞ stays, −∞ becomes −α. Near 0 the definition cancels, so results are judged to absolute precision
there. No library differs on any of this; tf.nn.elu has α fixed at 1.

Clevert, Unterthiner and Hochreiter, Fast and Accurate Deep Network Learning by Exponential Linear Units, ICLR 2016,
§3. Slopes at 0 as measured in PyTorch 2.13, TensorFlow 2.21, JAX 0.10, Keras 3.15 and Caffe, for α = 1.
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Real, Reject, Tensor, choice, constant, given, normal, uniform

from ._layers import HAS_LIMITS, HAS_NAN, MISFITS, SIZES, all_finite, backward_cost, forward_cost

ALPHA = Real("alpha", 1.0, low=0)
NEGATIVE_ALPHA = Reject("negative alpha", size=(3, 4), alpha=-0.5, hunts="an α below 0")

elu = Primitive(
    title="The exponential linear unit",
    inputs=(Tensor("x"),),
    options=(ALPHA,),
    outputs=(Output("y"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a straight line or nothing at all below 0"),
        Case("rows", size=(4, 5), alpha=0.5, hunts="an α of 1 that is built in, or one in the wrong place"),
        Case("row", size=(7,), alpha=2.0, hunts="code that takes it for granted that there is a batch axis"),
        Case("all positive", size=(3, 4), x=uniform(0.5, 2), alpha=0.5, hunts="an α on the positive side"),
        Case("all negative", size=(3, 4), x=uniform(-2, -0.5), alpha=0.5, hunts="an α inside the exponent"),
        Case("alpha 0", size=(3, 4), alpha=0.0, hunts="a division by α: at 0 this is relu"),
        Case("zeros", size=(3, 4), x=constant(0), alpha=2.0, exact=True, hunts="two sides that do not meet at 0"),
        Case("tiny values", size=(3, 4), x=uniform(-1e-3, 1e-3), hunts="a threshold that is not exactly 0"),
        Case("negative tail", size=(3, 4), x=uniform(-12, -3), hunts="a curve that does not level off at −α"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            alpha=2.0,
            hunts="an exponential of large x multiplied by a mask: ∞ times 0 is NaN",
        ),
        Case("infinities", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the limits are ∞ and −α"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that silently becomes a number"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-np.log(2.0), -np.log(4.0), 0.0], [0.5, 1.0, 3.0]]),
            alpha=4.0,
            hunts="anything: 4(½ − 1) = −2 and 4(¼ − 1) = −3, the rest stays",
        ),
    ),
    laws=(
        Law(
            "y is not below −α",
            lambda y, alpha: np.minimum(y + alpha, 0),
            hunts="negative values that do not level off",
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
    rejects=(NEGATIVE_ALPHA,),
    cost=forward_cost(4),
    sizes=SIZES,
    independent="*",
)

elu_backward = Primitive(
    title="The gradient of the exponential linear unit",
    inputs=(Tensor("dy"), Tensor("x")),
    options=(ALPHA,),
    outputs=(Output("dx"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="α in place of α · eˣ, or the output in place of the slope"),
        Case("rows", size=(4, 5), alpha=0.5, hunts="an α of 1 that is built in, or y + 1 in place of y + α"),
        Case("row", size=(7,), alpha=2.0, hunts="code that takes it for granted that there is a batch axis"),
        Case("exact zeros", size=(4, 5), x=choice(-1, 0, 0, 1), alpha=0.5, hunts="a slope of 1 at 0, where it is α"),
        Case(
            "nothing but zeros", size=(3, 4), x=constant(0), alpha=0.25, hunts="a slope of 0 or 1 at 0, where it is α"
        ),
        Case("all positive", size=(3, 4), x=uniform(0.5, 2), alpha=0.5, hunts="gradients that do not pass unchanged"),
        Case("all negative", size=(3, 4), x=uniform(-2, -0.5), hunts="a gradient that is stopped below 0"),
        Case("negative tail", size=(3, 4), x=uniform(-40, -10), hunts="small slopes that are cut off"),
        Case("negative gradients", size=(3, 4), dy=uniform(-2, -1), hunts="the sign of dy in place of that of x"),
        Case("alpha 0", size=(3, 4), alpha=0.0, hunts="a division by α: at 0 this is relu"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            alpha=2.0,
            hunts="an exponential that overflows, and a NaN where the slope is 1",
        ),
        Case("large gradients", size=(3, 4), dy=normal(std=1e6), hunts="a slope that is returned without the gradient"),
        Case("infinite inputs", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the slopes are 1 and 0"),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given([[-np.log(2.0), -np.log(4.0), 0.0, 3.0]]),
            dy=given([[1.0, -2.0, 3.0, -5.0]]),
            alpha=4.0,
            hunts="anything: the slopes are 2, 1, 4 and 1, so dx = (2, −2, 12, −5)",
        ),
    ),
    laws=(
        Law(
            "the gradient keeps its sign",
            lambda dy, dx: np.minimum(dx * dy, 0),
            hunts="a slope below 0, where elu never falls",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=(*MISFITS, NEGATIVE_ALPHA),
    cost=backward_cost(4),
    sizes=SIZES,
    independent="*",
)
