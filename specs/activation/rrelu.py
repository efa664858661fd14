"""The randomized leaky rectified linear unit: in training each negative element gets a slope of its own.

    slopes ~ U(lower, upper)       where x < 0, drawn for each element apart          (rrelu, in training)
             (lower + upper)/2     where x < 0, and nothing is drawn                  (rrelu, in evaluation: training=False)
             1                     where x ≥ 0

    y  = slopes · x

    dx = slopes · dy                                                                  (rrelu_backward)

x, y, slopes, dy and dx have one shape, any. The slopes are a result, of x's precision, because the backward multiplies by
them: it takes the forward's slopes, of training or of evaluation, and needs nothing else. `lower` is at most `upper`;
where they are equal this is leaky_relu. `rng` is the numpy.random.Generator the slopes are drawn from: one generator
gives other slopes at every call, and equal generators give equal ones; which ones is up to the implementation.

Where libraries differ:
    - The paper writes x/a with a divisor a drawn from U(3, 8), and divides by (3 + 8)/2 in evaluation. Here, as in
      PyTorch, the slope itself is uniform between ⅛ and ⅓, and evaluation has the slope 11/48, not 2/11.
    - At exactly 0 y is 0 either way, but the slope is not: here it is 1, PyTorch's kernel draws one.

Edge cases: a NaN stays NaN, and −∞ stays −∞ where its slope is positive; neither is tested, nor the slope of a NaN.

Xu, Wang, Chen and Li, Empirical Evaluation of Rectified Activations in Convolutional Network, arXiv:1505.00853, 2015,
section 2.4; PyTorch 2.13, torch.nn.RReLU.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Flag,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Rng,
    Size,
    Statistic,
    Tensor,
    Uniform,
    choice,
    constant,
    given,
    mostly,
    normal,
    of_shape,
    uniform,
)

from ._layers import SIZES, backward_cost

NAN, INF = float("nan"), float("inf")
DRAWN = mostly(constant(1), 0.5, uniform(0.125, 1 / 3))
BATCH = dict(size=(7, 9), training=True)
IMAGES = dict(size=(3, 2, 3, 5), training=True)
TRAINING = dict(
    tiny=Size(SIZES["tiny"].name, **SIZES["tiny"].values, training=True),
    small=Size(SIZES["small"].name, **SIZES["small"].values, training=True),
    large=Size(SIZES["large"].name, **SIZES["large"].values, training=True),
)

rrelu = Primitive(
    title="The randomized leaky rectified linear unit",
    inputs=(Tensor("x"),),
    options=(Real("lower", 0.125), Real("upper", 1 / 3), Flag("training"), Rng()),
    outputs=(Output("y"), Output("slopes")),
    cases=(
        Case("rows", **BATCH, hunts="slopes outside their bounds, or that y does not use"),
        Case("images", **IMAGES, hunts="slopes without the image's axes"),
        Case("other bounds", **BATCH, lower=0.4, upper=0.6, hunts="bounds of ⅛ and ⅓ that are built in"),
        Case("from zero to one", **BATCH, lower=0.0, upper=1.0, hunts="a lower bound of 0 taken for one not given"),
        Case("equal bounds", **BATCH, lower=0.25, upper=0.25, hunts="an interval without width: this is leaky relu"),
        Case("above one", **BATCH, lower=1.5, upper=3.0, hunts="max(x, slope · x), which picks the wrong side above 1"),
        Case("all positive", **BATCH, x=uniform(0.5, 2), hunts="positive elements that do not pass unchanged"),
        Case("all negative", **BATCH, x=uniform(-2, -0.5), hunts="negative elements that are lost or turn positive"),
        Case(
            "zeros", **BATCH, x=choice(-1, 0, 1), hunts="a quotient such as y/x in place of the slope, or a slope at 0"
        ),
        Case("one axis", size=(11,), training=True, hunts="code that needs two axes"),
        Case("one example", size=(1, 9), training=True, hunts="a batch of one taken for no batch"),
        Case("one element", size=(1,), x=constant(-1), training=True, hunts="an axis that is squeezed away"),
        Case("scalar", size=(), x=constant(-1), training=True, hunts="an x without axes"),
        Case("no elements", size=(0, 4), training=True, hunts="an empty batch that makes the call fail"),
        Case("huge values", **BATCH, x=normal(std=1e30), hunts="values that are clipped"),
        Case("evaluation", size=(7, 9), training=False, hunts="slopes that are drawn, or another mean than ½(⅛ + ⅓)"),
        Case(
            "evaluation, other bounds",
            size=(3, 2, 3, 5),
            lower=0.25,
            upper=0.75,
            training=False,
            hunts="the mean of the default bounds, or a mean of divisors",
        ),
        Case("evaluation, no elements", size=(0, 4), training=False, hunts="an empty batch in evaluation"),
    ),
    laws=(
        Law(
            "y is slope times x",
            lambda x, y, slopes: y - slopes * x,
            hunts="slopes that are not those that y was made with",
        ),
        Law(
            "the slope is 1 where x is not negative",
            lambda x, slopes: np.where(x >= 0, slopes - 1, 0),
            hunts="slopes on the positive side, or at 0",
            exact=True,
        ),
        Law(
            "what is not negative passes",
            lambda x, y: np.where(x >= 0, y - x, 0),
            hunts="a change on the positive side",
            exact=True,
        ),
        Law(
            "slopes lie between their bounds",
            lambda x, slopes, lower, upper: np.where(
                x < 0, np.maximum(lower - slopes, 0) + np.maximum(slopes - upper, 0), 0
            ),
            hunts="slopes below lower or above upper",
        ),
        Law(
            "the mean slope in evaluation",
            lambda x, slopes, lower, upper: np.where(x < 0, slopes - (lower + upper) / 2, 0),
            hunts="slopes in evaluation that are drawn, or not the middle of the interval",
            where=lambda training: not training,
        ),
        Law(
            "one slope in evaluation",
            lambda x, slopes: np.where(x < 0, slopes - np.max(np.where(x < 0, slopes, -INF)), 0),
            hunts="slopes in evaluation that differ from each other",
            where=lambda x, training: not training and x.size > 0,
            exact=True,
        ),
    ),
    rejects=(
        Reject("bounds exchanged", **BATCH, lower=0.5, upper=0.25, hunts="a lower bound above the upper one"),
        Reject(
            "bounds exchanged in evaluation",
            size=(7, 9),
            training=False,
            lower=0.5,
            upper=0.25,
            hunts="bad bounds that evaluation overlooks",
        ),
        Reject("lower above the default", **BATCH, lower=0.5, hunts="a lower bound above ⅓, the upper one's default"),
        Reject("bound of NaN", **BATCH, lower=NAN, hunts="a bound that is no number"),
        Reject("infinite bound", **BATCH, upper=INF, hunts="an interval without end"),
        Reject(
            "bound of minus infinity", size=(7, 9), training=False, lower=-INF, hunts="an interval without beginning"
        ),
    ),
    statistics=(
        Statistic(
            "dense layer",
            hunts="one slope for all, or the slopes of one example; a law that is not uniform",
            of="slopes",
            law=lambda lower, upper: Uniform(lower, upper),
            values=dict(size=(600, 500), x=constant(-1), training=True),
        ),
        Statistic(
            "images",
            hunts="one slope for each channel, row or column; bounds that are built in",
            of="slopes",
            law=lambda lower, upper: Uniform(lower, upper),
            values=dict(size=(20, 10, 20, 25), x=uniform(-2, -1), lower=0.5, upper=2.0, training=True),
        ),
    ),
    cost=Cost(flops=lambda size: 4 * np.prod(size), moved=lambda size, itemsize: 3 * itemsize * np.prod(size)),
    sizes=TRAINING,
    independent="*",
)

rrelu_backward = Primitive(
    title="The gradient of the randomized leaky rectified linear unit",
    inputs=(Tensor("dy"), Tensor("slopes", draw=DRAWN)),
    outputs=(Output("dx"),),
    cases=(
        Case("images", size=(2, 3, 4, 5), hunts="a gradient that is stopped, or given another slope"),
        Case("rows", size=(4, 5), hunts="slopes that are drawn anew, or those of the first example"),
        Case("row", size=(7,), hunts="code that takes it for granted that there is a batch axis"),
        Case("all positive", size=(3, 4), slopes=constant(1), hunts="gradients that do not pass unchanged"),
        Case("all negative", size=(3, 4), slopes=uniform(0.1, 0.4), hunts="a gradient that only passes at slope 1"),
        Case("evaluation", size=(3, 4), slopes=choice(11 / 48, 1), hunts="slopes that are divided by or applied twice"),
        Case("steep", size=(3, 4), slopes=uniform(1.5, 3), hunts="a slope above 1 taken for the positive side"),
        Case("slopes of zero", size=(3, 4), slopes=choice(0, 1), hunts="a division by a slope of 0: this is relu"),
        Case(
            "negative gradients", size=(3, 4), dy=uniform(-2, -1), hunts="the sign of the gradient, which is no matter"
        ),
        Case("positive gradients", size=(3, 4), dy=uniform(1, 2), hunts="the sign of the gradient, which is no matter"),
        Case("large gradients", size=(3, 4), dy=normal(std=1e6), hunts="slopes returned without the gradient"),
        Case("ones", size=(3, 4), dy=constant(1), exact=True, hunts="anything but the slopes themselves"),
        Case("zero gradient", size=(3, 4), dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("one example", size=(1, 9), hunts="a batch of one taken for no batch"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case(
            "by hand",
            dy=given([[8.0, -2.0, 4.0], [-1.0, 16.0, 3.0]]),
            slopes=given([[0.25, 1.0, 0.125], [0.5, 0.25, 1.0]]),
            exact=True,
            hunts="anything: the products are 2, −2, ½ and −½, 4, 3",
        ),
    ),
    laws=(
        Law(
            "a slope of 1 lets the gradient through",
            lambda dy, slopes, dx: np.where(slopes == 1, dx - dy, 0),
            hunts="gradients that change where x was not negative",
            exact=True,
        ),
    ),
    rejects=(
        Reject("slopes of one example", size=(3, 4), slopes=of_shape((1, 4)), hunts="slopes that broadcast"),
        Reject("slopes of another shape", size=(3, 4), slopes=of_shape((4, 3)), hunts="slopes that do not fit"),
        Reject("one slope", size=(3, 4), slopes=of_shape((1,)), hunts="a single slope, as leaky relu has it"),
    ),
    cost=backward_cost(1),
    sizes=SIZES,
    independent="*",
)
