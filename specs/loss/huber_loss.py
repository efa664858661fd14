"""The Huber loss, which squares small errors and counts large ones only once, and its gradient.

    L      = Σ ρ(d) / D                  d = prediction − target

    ρ(d)   = ½·d²              where |d| ≤ δ
             δ·(|d| − ½·δ)     elsewhere

    ∂L/∂p  = max(−δ, min(δ, d)) / D

The sum runs over all elements. prediction and target have the same shape, whatever it is; L is a single number, and the
gradient has prediction's shape. δ is `delta`, above 0. D is the convention `reduction`: the number of elements for the
mean, 1 for the sum. The parabola and the lines meet at ±δ with the same value and the same slope, so that nothing is
special there. Far out the slope is ±δ, however wrong the prediction: an outlier pulls, but does not rule.

Smooth L1 is ρ/δ: the same for δ = 1 only; PyTorch calls its δ beta, and takes β = 0 for |d|. Where libraries differ:
Chainer sums over the second axis, optax sums nothing. Keras' means are float32 on JAX and PyTorch, even of float64. An
infinite error costs ∞ with the slope ±δ; a NaN anywhere makes L NaN. The mean of nothing is NaN.

Huber, Robust Estimation of a Location Parameter, Annals of Mathematical Statistics 35, 1964; PyTorch 2.13, Keras 3.15
and optax 0.2.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
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

REDUCTION = Convention(
    "reduction",
    "Whether the elements are averaged",
    mean="averaged: PyTorch, Keras",
    sum='summed: PyTorch with reduction="sum"',
)

DELTA = Real("delta", 1.0, low=0.0, open_low=True)
INPUTS = (Tensor("prediction", draw=normal(std=2)), Tensor("target"))

SIZES = dict(
    tiny=Size("deep Q-network, one action's value, 32 transitions", size=(32,)),
    small=Size("Fast R-CNN, the boxes of 21 classes, 128 regions", size=(128, 84)),
    large=Size("depth maps of 32 images of 224 × 224", size=(32, 224, 224)),
)

SMALL = dict(size=(3, 4), prediction=uniform(-0.2, 0.2), target=uniform(-0.2, 0.2))
OVERSHOT = dict(size=(3, 4), prediction=uniform(5, 9), target=uniform(-1, 1))
SHORT = dict(size=(3, 4), prediction=uniform(-9, -5), target=uniform(-1, 1))
LONG = dict(size=(8193,), prediction=choice(1, 2, 3), target=choice(-2, -1, 0.5))
ON_THE_BORDER = dict(prediction=given([[3.0, -1.0], [1.0, 4.0]]), target=given([[1.0, 1.0], [-1.0, 6.0]]), delta=2.0)
UNDEFINED = dict(prediction=given([[1.0, np.nan], [0.5, 9.0]]), target=given([[0.5, 1.0], [3.5, 1.0]]))
INFINITE = dict(prediction=given([[1.0, np.inf], [0.5, -np.inf]]), target=given([[0.0, 1.0], [2.0, 1.0]]), delta=0.5)
# Differences ¼, −3, ½ and 2.
EXAMPLE = dict(prediction=given([[1.25, 0.0], [2.5, 5.0]]), target=given([[1.0, 3.0], [2.0, 3.0]]), delta=0.5)

CASES = (
    Case("rows", size=(4, 5), hunts="another divisor than the number of elements, or no difference of small and large"),
    Case("vector", size=(6,), hunts="code that takes it for granted that there are several outputs"),
    Case("images", size=(2, 3, 4, 5), hunts="a divisor that looks at the first axis, or the last one"),
    Case("one element", size=(1,), hunts="a result that is not a number, or loses its shape"),
    Case("half a delta", size=(4, 5), delta=0.5, hunts="δ that is ignored, or missing as a factor"),
    Case("large delta", size=(4, 5), delta=2.5, hunts="δ that is ignored, or missing as a factor"),
    Case("small errors", **SMALL, delta=0.75, hunts="a missing ½: all errors are squared"),
    Case("overshot", **OVERSHOT, delta=3.0, hunts="large errors that are squared, or have another slope than δ"),
    Case("fallen short", **SHORT, delta=3.0, hunts="a comparison that forgets the absolute value"),
    Case("on the border", **ON_THE_BORDER, exact=True, hunts="pieces that do not meet at ±δ"),
    Case("tiny delta", size=(3, 4), delta=1e-6, hunts="a δ that is rounded away"),
    Case("huge errors", size=(3, 4), prediction=normal(std=1e15), hunts="squares of large errors"),
    Case("not a number", **UNDEFINED, hunts="a NaN that is cut off, and becomes δ"),
    Case("infinite prediction", **INFINITE, hunts="∞ − ∞ or 0 · ∞, where the slope is just δ"),
    Case("several thousand elements", **LONG, hunts="a sum in blocks, of which one, or a last element, is left out"),
    Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail: a sum is 0, a mean is 0/0"),
    Case("all right", size=(2, 4), prediction=constant(3), target=constant(3), exact=True, hunts="0/0 at no error"),
)

REJECTS = (
    Reject("target of a row", size=(3, 4), target=of_shape((4,)), hunts="a target that broadcasts"),
    Reject("target of a column", size=(3, 4), target=of_shape((3, 1)), hunts="a target that broadcasts"),
    Reject("target transposed", size=(3, 4), target=of_shape((4, 3)), hunts="a target of another shape"),
    Reject("delta of zero", size=(3, 4), delta=0.0, hunts="a loss that is 0 everywhere"),
    Reject("negative delta", size=(3, 4), delta=-1.0, hunts="a border that nothing is within"),
)

huber_loss = Primitive(
    title="The Huber loss",
    inputs=INPUTS,
    options=(DELTA,),
    outputs=(Output("loss", ""),),
    conventions=(REDUCTION,),
    cases=(*CASES, Case("by hand", **EXAMPLE, exact=True, hunts="anything: 1/32, 11/8, 1/8 and 7/8")),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="a line that starts below 0",
            where=lambda prediction: prediction.size > 0 and bool(np.isfinite(prediction).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda size: 5 * np.prod(size), moved=lambda size, itemsize: 2 * itemsize * np.prod(size)),
    sizes=SIZES,
)

huber_loss_backward = Primitive(
    title="The gradient of the Huber loss",
    inputs=INPUTS,
    options=(DELTA,),
    outputs=(Output("dprediction"),),
    conventions=(REDUCTION,),
    cases=(*CASES, Case("by hand", **EXAMPLE, exact=True, hunts="anything: ¼, −½, ½ and ½, over the four elements")),
    laws=(
        Law(
            "the gradient points away from the target",
            lambda dprediction, prediction, target: np.minimum(dprediction * (prediction - target), 0),
            hunts="a sign that makes the error grow",
            where=lambda prediction: bool(np.isfinite(prediction).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda size: 4 * np.prod(size), moved=lambda size, itemsize: 3 * itemsize * np.prod(size)),
    sizes=SIZES,
)
