"""The hyperbolic tangent, and its gradient.

    y  = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)

    dx = dy · (1 − y²)

x may have any shape; y, dy and dx have the same one, and each element stands alone. The backward pass takes the input
x, not the output y. y rises from −1 to 1 and is 0 at x = 0, where its slope is 1, the largest; it is odd, tanh(−x) =
−tanh(x), and a stretched sigmoid: tanh(x) = 2 · sigmoid(2x) − 1.

In floating point eˣ overflows beyond 88 in float32 and beyond 709 in float64, and the quotient as it stands becomes
∞/∞. With s = e^(−2|x|), which cannot overflow, it is sign(x) · (1 − s)/(1 + s). At ±1000 y is ±1, at ±∞ just the same,
and a NaN stays NaN. Near 0 the definition cancels, so results are judged to absolute precision there. No library
differs on any of this; LeCun's 1.7159 · tanh(2x/3) and the piecewise linear "hard" tanh are other functions.

LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998, §4.4; Goodfellow, Bengio and Courville, Deep Learning, MIT
Press 2016, §6.3.2; Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 4.5.3.
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Tensor, choice, constant, given, normal, uniform

from ._layers import HAS_LIMITS, HAS_NAN, MISFITS, SIZES, all_finite, backward_cost, forward_cost, moderate

tanh = Primitive(
    title="The hyperbolic tangent",
    inputs=(Tensor("x"),),
    outputs=(Output("y"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a factor on the result or on the argument"),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="a sign that is lost, or half the argument"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zeros", size=(3, 4), x=constant(0), exact=True, hunts="anything but 0 in the middle"),
        Case("tiny values", size=(3, 4), x=uniform(-1e-3, 1e-3), hunts="a slope other than 1 in the middle"),
        Case("within one", size=(3, 4), x=uniform(-1, 1), hunts="a straight line in place of the curve"),
        Case("positive tail", size=(3, 4), x=uniform(2, 6), hunts="a curve that reaches 1 too early or too late"),
        Case("negative tail", size=(3, 4), x=uniform(-6, -2), hunts="a curve that does not go down to −1"),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="the quotient of the exponentials as they are: ∞/∞ is NaN",
        ),
        Case("all a thousand", size=(3, 4), x=constant(1000), hunts="a score that overflows to NaN where 1 is right"),
        Case("infinities", x=given(HAS_LIMITS), hunts="a NaN at ±∞, where the limits are ±1"),
        Case("not a number", x=given(HAS_NAN), hunts="a NaN that silently becomes a number"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            x=given(np.log([[2.0, 0.5, 3.0], [1.0, 1 / 3, 7.0]])),
            hunts="anything: e²ˣ is 4, ¼, 9, 1, 1/9, 49, so y is 3/5, −3/5, 4/5, 0, −4/5, 24/25",
        ),
    ),
    laws=(
        Law(
            "y is the quotient of the hyperbolic sine and cosine",
            lambda x, y: y - np.sinh(x) / np.cosh(x),
            hunts="a curve that is not the hyperbolic tangent",
            where=moderate,
        ),
        Law(
            "y stays within ±1",
            lambda y: np.maximum(np.abs(y) - 1, 0),
            hunts="a result beyond ±1",
            where=all_finite,
            exact=True,
        ),
    ),
    cost=forward_cost(6),
    sizes=SIZES,
    independent="*",
)

tanh_backward = Primitive(
    title="The gradient of the hyperbolic tangent",
    inputs=(Tensor("dy"), Tensor("x")),
    outputs=(Output("dx"),),
    cases=(
        Case(
            "images", size=(2, 3, 4, 5), hunts="a gradient that is summed or averaged, where each element stands alone"
        ),
        Case("rows", size=(4, 5), x=normal(std=2), hunts="1 − y, (1 − y)², y(1 − y) or 1 − x² in place of 1 − y²"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("zero inputs", size=(3, 4), x=constant(0), hunts="a slope other than 1 in the middle"),
        Case("small inputs", size=(3, 4), x=uniform(-0.5, 0.5), hunts="an output that went through tanh twice"),
        Case(
            "tails", size=(3, 4), x=choice(-5, -4, -3, 3, 4, 5), hunts="a slope that stays large where y is almost ±1"
        ),
        Case(
            "a thousand up and down",
            size=(4, 5),
            x=choice(-1000, 0, 1000),
            hunts="exponentials that overflow, and a NaN where the slope is 0",
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
            x=given(np.log([[1.0, 2.0, 0.5, 3.0]])),
            dy=given([[5.0, 25.0, -25.0, 50.0]]),
            hunts="anything: y is 0, 3/5, −3/5, 4/5, the slopes are 1, 16/25, 16/25, 9/25, so dx = (5, 16, −16, 18)",
        ),
    ),
    laws=(
        Law(
            "the slope is at most 1",
            lambda dy, dx: np.maximum(np.abs(dx) - np.abs(dy), 0),
            hunts="a slope above 1",
            where=all_finite,
        ),
        Law(
            "the gradient keeps its sign",
            lambda dy, dx: np.minimum(dx * dy, 0),
            hunts="a slope below 0, where tanh rises everywhere",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=MISFITS,
    cost=backward_cost(8),
    sizes=SIZES,
    independent="*",
)
