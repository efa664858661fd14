"""The delta rule: one step of gradient descent for linear units.

    e  = t − (x w + b)

    w′ = w + η · xᵀ e
    b′ = b + η · Σᵢ eᵢ

x is (N, D), one row per example; w is (D, M), one column per unit; b is (M,); the targets t and the errors e are
(N, M). η is the learning rate `lr`, at least 0. It is a step down the gradient of ½ Σ e², hence no factor of 2, and the
steps of all rows are summed: a rate that suits N rows is too large for 10·N. All errors are those before the step.

Unlike the perceptron's rule, which asks only whether the class is right, this one looks at the sum itself: it goes on
learning while the output is off its target, and comes to rest at the least squares, even if no line separates the
classes. Moving the weights after every row instead is its stochastic approximation, which is what N = 1 gives. It is
also known as the rule of Widrow and Hoff, LMS, and Adaline's. No row at all leaves weights and biases as they are.

Widrow and Hoff, Adaptive Switching Circuits, WESCON 1960; Mitchell, Machine Learning, McGraw-Hill 1997, equation 4.7.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Size,
    Tensor,
    constant,
    each,
    given,
    normal,
    of_shape,
    uniform,
    varying,
)

ROWS = dict(n=4, d=3, m=2)

# Outputs 3 and 0: errors 2 and −1.
EXAMPLE = dict(
    w=given([[1.0], [2.0]]),
    b=given([0.0]),
    x=given([[1.0, 1.0], [2.0, -1.0]]),
    target=given([[5.0], [-1.0]]),
)
SETTLED = dict(
    w=given([[1.0, 2.0], [-1.0, 0.5]]),
    b=given([0.5, -1.0]),
    x=given([[2.0, 1.0], [0.0, 2.0]]),
    target=given([[1.5, 3.5], [-1.5, 0.0]]),
)

delta_rule_update = Primitive(
    title="The delta rule",
    inputs=(Tensor("w", "d m"), Tensor("b", "m"), Tensor("x", "n d"), Tensor("target", "n m")),
    options=(Real("lr", low=0.0),),
    outputs=(Output("w", "d m"), Output("b", "m")),
    cases=(
        Case("rows", **ROWS, lr=0.1, hunts="a step the wrong way, averaged or doubled"),
        Case("all sizes equal", n=3, d=3, m=3, lr=0.1, hunts="a transpose that only here goes unnoticed"),
        Case("one row", n=1, d=3, m=2, lr=0.1, hunts="a result that loses an axis"),
        Case("one unit", n=4, d=3, m=1, lr=0.1, hunts="a result that loses an axis"),
        Case("one input", n=4, d=1, m=2, lr=0.1, hunts="a result that loses an axis"),
        Case("many rows", n=100, d=2, m=1, lr=0.01, hunts="a step that is averaged over the rows"),
        Case("fresh weights", **ROWS, w=constant(0), b=constant(0), lr=0.1, hunts="errors that are not the targets"),
        Case("large biases", **ROWS, b=normal(std=50), lr=0.1, hunts="an output without its bias"),
        Case("at rest", **SETTLED, lr=0.5, exact=True, hunts="a step where every output is on its target"),
        Case("right class", **ROWS, w=uniform(0, 1), x=uniform(1, 2), target=constant(1), lr=0.1, hunts="a threshold"),
        Case("rate of one", **ROWS, lr=1.0, hunts="a bias that moves without the rate"),
        Case("small rate", **ROWS, lr=1e-3, hunts="a rate that is built in"),
        Case("rate of zero", **ROWS, lr=0.0, hunts="weights that move at a rate of 0"),
        Case("input of zeros", **ROWS, x=constant(0), lr=0.1, hunts="a bias that stands still while the weights do"),
        Case(
            "NaN in a target",
            **ROWS,
            target=given([[1.0, np.nan]] * 4),
            lr=0.1,
            hunts="a NaN that spreads to other units",
        ),
        Case("no rows", n=0, d=3, m=2, lr=0.1, hunts="an empty batch that makes the call fail"),
        Case("walk", steps=10, **ROWS, lr=0.05, hunts="weights that are not carried on, or steps that do not add up"),
        Case(
            "falling rate",
            steps=6,
            **ROWS,
            x=varying(normal(), normal(std=0.1)),
            lr=each([0.2, 0.1, 0.05]),
            hunts="a rate that is kept from the first call",
        ),
        Case("by hand", **EXAMPLE, lr=0.5, exact=True, hunts="anything: the errors are 2 and −1, xᵀe is (0, 3)"),
    ),
    laws=(
        Law(
            "the biases move by the sum of the errors",
            lambda w, b, x, target, lr, next_b: next_b - b - lr * (target.sum(0) - x.sum(0) @ w - len(x) * b),
            hunts="biases that are averaged, or stand still",
            where=lambda target: bool(np.isfinite(target).all()),
        ),
    ),
    rejects=(
        Reject("targets of one unit", **ROWS, target=of_shape((4, 1)), lr=0.1, hunts="targets that broadcast"),
        Reject("targets of one row", **ROWS, target=of_shape((1, 2)), lr=0.1, hunts="targets that broadcast"),
        Reject("targets as a vector", n=4, d=3, m=1, target=of_shape((4,)), lr=0.1, hunts="targets that broadcast"),
        Reject("examples transposed", **ROWS, x=of_shape((3, 4)), lr=0.1, hunts="examples in columns"),
        Reject(
            "one number for a row", n=1, d=1, m=1, x=of_shape((1,)), lr=0.1, hunts="an example without a batch axis"
        ),
        Reject("an input too many", **ROWS, x=of_shape((4, 4)), lr=0.1, hunts="an input that no weight belongs to"),
        Reject("a unit too many", **ROWS, target=of_shape((4, 3)), lr=0.1, hunts="a target that no unit belongs to"),
        Reject("a bias too many", **ROWS, b=of_shape((3,)), lr=0.1, hunts="a bias that no unit belongs to"),
        Reject("weights of three axes", n=3, d=3, m=3, w=of_shape((3, 3, 3)), lr=0.1, hunts="several layers at once"),
        Reject("one bias for all", **ROWS, b=of_shape((1,)), lr=0.1, hunts="a bias that broadcasts"),
        Reject("negative rate", **ROWS, lr=-0.1, hunts="a rate that unlearns"),
    ),
    cost=Cost(
        flops=lambda n, d, m: 4 * n * d * m + 2 * d * m,
        moved=lambda n, d, m, itemsize: itemsize * (n * d + 2 * d * m + n * m),
    ),
    sizes=dict(
        tiny=Size("LeNet-5, the last layer, 16 images", n=16, d=84, m=10, lr=0.01),
        small=Size("the 28 × 28 digits, one layer, 128 images", n=128, d=784, m=10, lr=0.01),
        large=Size("AlexNet, the last layer, 16 images", n=16, d=4096, m=1000, lr=0.01),
    ),
)
