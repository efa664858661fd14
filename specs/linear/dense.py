"""The dense layer, and its gradients.

    y  = x w + b                        yᵢⱼ = Σₖ xᵢₖ·wₖⱼ + bⱼ

    dx = dy wᵀ
    dw = xᵀ dy / R                      dwₖⱼ = Σᵢ xᵢₖ·dyᵢⱼ / R
    db = Σᵢ dyᵢ / R

x is (N, D), one row per example; w is (D, M), one column per unit, that is (in, out); b is (M,). y and dy are (N, M),
and the gradients have the shapes of what they belong to. There is no activation. Images are flattened beforehand.

R is the convention `batch`: 1 for sum, since a loss that is a mean has brought its 1/N along in dy, and N for mean,
where the loss is written per example. It never applies to dx, where nothing is added up over the rows. To average one
of dw and db and not the other, or to average a second time what dy has averaged already, is the classic mistake here.

PyTorch keeps w as (out, in) and computes x wᵀ + b; Coursera keeps examples in columns. No row at all gives an empty y
and, summed, gradients of 0. A NaN in a row of x stays in that row of y.

Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 6.3 and algorithm 6.4; Stanford CS231n,
assignment 1, affine_forward and affine_backward; Coursera, Neural Networks and Deep Learning, 2017, week 4 (mean).
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Reject,
    Size,
    Tensor,
    constant,
    given,
    normal,
    of_shape,
    uniform,
)

SIZES = dict(
    tiny=Size("LeNet-5, the first dense layer, 16 images", n=16, d=120, m=84),
    small=Size("LeNet-5, the layer before it as a dense one, 128 images", n=128, d=400, m=120),
    large=Size("AlexNet, the last dense layer, 16 images", n=16, d=4096, m=1000),
)

EYE = given(np.eye(3))
FLAWED = given([[1.0, np.nan, 2.0], [0.5, -1.0, 3.0]])
X = given([[1.0, 2.0, 0.0], [-1.0, 3.0, 2.0]])
W = given([[1.0, 0.0], [2.0, -1.0], [0.5, 4.0]])

WRONG_WEIGHTS = (
    Reject("weights transposed", n=4, d=5, m=3, w=of_shape((3, 5)), hunts="weights stored as (out, in)"),
    Reject(
        "weights of another layer", n=4, d=5, m=3, w=of_shape((7, 3)), hunts="weights of more inputs than there are"
    ),
    Reject("images", n=4, d=5, m=3, x=of_shape((4, 5, 1)), hunts="an input that was not flattened"),
    Reject("square images", n=4, d=5, m=3, x=of_shape((4, 5, 5)), hunts="an input with an axis too many"),
    Reject("a vector", n=4, d=5, m=3, x=of_shape((5,)), hunts="an example without a batch axis"),
)

dense = Primitive(
    title="The dense layer",
    inputs=(Tensor("x", "n d"), Tensor("w", "d m"), Tensor("b", "m")),
    outputs=(Output("y", "n m"),),
    cases=(
        Case("rows", n=4, d=5, m=3, hunts="weights that are used the wrong way round"),
        Case(
            "all sizes equal",
            n=4,
            d=4,
            m=4,
            hunts="a transpose, or a bias down the rows, that only here goes unnoticed",
        ),
        Case("wider than deep", n=3, d=2, m=6, hunts="inputs and units exchanged"),
        Case("one row", n=1, d=5, m=3, hunts="a bias that is added along the wrong axis"),
        Case("one input", n=4, d=1, m=3, hunts="a bias that is added once for every input"),
        Case("one unit", n=4, d=5, m=1, hunts="a result that loses its second axis"),
        Case("many inputs", n=2, d=200, m=2, hunts="a sum that is averaged or cut off"),
        Case("no bias", n=4, d=5, m=3, b=constant(0), hunts="weights, where the bias cannot be wrong"),
        Case("no weights", n=4, d=5, m=3, w=constant(0), hunts="a bias that is missing: only it is left"),
        Case("identity", n=4, w=EYE, b=constant(0), exact=True, hunts="anything but x itself"),
        Case("positive", n=4, d=5, m=3, x=uniform(1, 2), w=uniform(1, 2), b=uniform(1, 2), hunts="a sign of the bias"),
        Case(
            "negative", n=4, d=5, m=3, x=uniform(1, 2), w=uniform(-2, -1), hunts="an activation: negative results stay"
        ),
        Case("large bias", n=4, d=5, m=3, b=normal(std=1000), hunts="a bias that is scaled or subtracted"),
        Case("huge", n=4, d=5, m=3, x=normal(std=1e15), w=normal(std=1e15), hunts="results that are clipped"),
        Case("NaN in one row", x=FLAWED, m=3, hunts="a NaN that is skipped, or that spreads to healthy rows"),
        Case("no rows", n=0, d=5, m=3, hunts="an empty batch that makes the call fail"),
        Case(
            "by hand", x=X, w=W, b=given([10.0, -1.0]), exact=True, hunts="anything: the rows are (15, −3) and (16, 4)"
        ),
    ),
    laws=(
        Law(
            "the sum of the rows",
            lambda x, w, b, n, y: y.sum(0) - (x.sum(0) @ w + n * b),
            hunts="a bias that is not added once to every row",
            where=lambda x: bool(np.isfinite(x).all()),
        ),
    ),
    rejects=(
        *WRONG_WEIGHTS,
        Reject("one bias for all", n=4, d=5, m=3, b=of_shape((1,)), hunts="a bias that broadcasts"),
        Reject(
            "bias for every row", n=4, d=5, m=3, b=of_shape((4, 3)), hunts="a bias that is added element by element"
        ),
        Reject("bias of the inputs", n=4, d=5, m=3, b=of_shape((5,)), hunts="a bias of another length"),
    ),
    cost=Cost(
        flops=lambda n, d, m: 2 * n * d * m,
        moved=lambda n, d, m, itemsize: itemsize * (n * d + d * m + m + n * m),
    ),
    sizes=SIZES,
    independent="n",
)

dense_backward = Primitive(
    title="The gradients of the dense layer",
    inputs=(Tensor("dy", "n m"), Tensor("x", "n d"), Tensor("w", "d m")),
    outputs=(Output("dx", "n d"), Output("dw", "d m"), Output("db", "m")),
    conventions=(
        Convention(
            "batch",
            "Whether the gradients of weights and biases are averaged over the rows",
            sum="summed: PyTorch, Keras, Caffe, CS231n, Deep Learning from Scratch",
            mean="averaged: the deep learning courses of Coursera",
        ),
    ),
    cases=(
        Case(
            "large upstream gradient",
            n=4,
            d=5,
            m=3,
            dy=normal(std=1000),
            hunts="gradients that are clipped on their way",
        ),
        Case("rows", n=4, d=5, m=3, hunts="a transpose in the wrong place, or one gradient averaged and the other not"),
        Case("all sizes equal", n=4, d=4, m=4, hunts="a transpose that goes unnoticed only here"),
        Case("inputs and units equal", n=3, d=4, m=4, hunts="dw turned around, or dy multiplied with w itself"),
        Case("rows and units equal", n=3, d=5, m=3, hunts="db summed over the units in place of the rows"),
        Case("wider than deep", n=3, d=2, m=6, hunts="inputs and units exchanged"),
        Case("one row", n=1, d=5, m=3, hunts="a result that loses an axis"),
        Case("one input", n=4, d=1, m=3, hunts="a result that loses an axis"),
        Case("one unit", n=4, d=5, m=1, hunts="a result that loses an axis"),
        Case("one of everything", n=1, d=1, m=1, hunts="a result that loses its axes"),
        Case("many rows", n=100, d=2, m=2, hunts="a batch that is averaged, or of which only one row is used"),
        Case("gradients of ones", n=4, d=5, m=3, dy=constant(1), hunts="rows that are not added up: db is N"),
        Case("after relu", n=4, d=5, m=3, x=uniform(0, 2), hunts="a mask, where there is nothing to mask"),
        Case("before relu", n=4, d=5, m=3, x=uniform(-2, -1), hunts="a gradient that is masked by the sign of x"),
        Case("zero input", n=4, d=5, m=3, x=constant(0), hunts="dx, which does not depend on x, or dw, which does"),
        Case("alike", n=2, d=2, m=2, dy=constant(0.5), x=constant(3), w=constant(3), hunts="results in another order"),
        Case("tiny gradient", n=4, d=5, m=3, dy=normal(std=1e-8), hunts="a gradient that is rounded to 0"),
        Case("zero gradient", n=4, d=5, m=3, dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("no rows", n=0, d=5, m=3, when={"batch": "sum"}, hunts="an empty batch: its weights have gradient 0"),
        Case(
            "by hand",
            dy=given([[1.0, -1.0], [2.0, 0.5]]),
            x=X,
            w=W,
            exact=True,
            hunts="anything: dx is (1, 3, −3.5; 2, 3.5, 3), db before any averaging (3, −½)",
        ),
    ),
    laws=(
        Law(
            "forward and backward are adjoint",
            lambda x, w, n, dx, dw, batch: (dw * w).sum() * (n if batch == "mean" else 1) - (dx * x).sum(),
            hunts="dx and dw that do not belong to the same layer: Σ dx·x = Σ dw·w, both are Σ dy·(x w)",
        ),
    ),
    rejects=(
        *WRONG_WEIGHTS,
        Reject("gradient of a vector", n=3, d=5, m=3, dy=of_shape((3,)), hunts="a row that is taken for a column"),
        Reject("gradient of one row", n=4, d=5, m=3, dy=of_shape((1, 3)), hunts="a gradient that broadcasts"),
        Reject(
            "gradient of the inputs' shape", n=4, d=5, m=3, dy=of_shape((4, 5)), hunts="a gradient of another shape"
        ),
    ),
    cost=Cost(
        flops=lambda n, d, m: 4 * n * d * m + n * m,
        moved=lambda n, d, m, itemsize: itemsize * (2 * n * d + 2 * d * m + m + n * m),
    ),
    sizes=SIZES,
)
