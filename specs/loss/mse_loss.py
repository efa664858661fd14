"""The mean squared error, and its gradient.

    L      = Σ (prediction − target)² / D

    ∂L/∂p  = 2 · (prediction − target) / D

The sum runs over all elements. prediction and target have the same shape, whatever it is; L is a single number, and the
gradient has prediction's shape. D is the convention `reduction`:

    mean        D = number of elements
    sum         D = 1
    half_sum    D = 2
    half_mean   D = 2 · number of rows, the length of the first axis

With one output per example, half_mean is half of mean; with C of them it is C/2 times as large. A learning rate that
was right under one of them is wrong under the other by just that factor, which is why a gradient has to have the same D
as its loss. A NaN anywhere makes L NaN. Without any elements a sum is 0 and a mean is 0/0, NaN.

Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 5.4; Bishop, Pattern Recognition and Machine
Learning, Springer 2006, equation 1.2 (half_sum). PyTorch 2.13, Keras 3.15 and Chainer take the mean over all elements;
Caffe's EuclideanLoss is half_mean; sum_squared_error of Deep Learning from Scratch and tf.nn.l2_loss are half_sum;
optax' l2_loss is ½·d², unsummed. Keras' means are float32 on JAX and PyTorch, even of float64.
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
    choice,
    constant,
    given,
    normal,
    of_shape,
    uniform,
)

REDUCTION = Convention(
    "reduction",
    "What the sum of squares is divided by",
    mean="the number of elements: PyTorch, Keras, Chainer, scikit-learn",
    sum='nothing: PyTorch with reduction="sum", numpy-ml',
    half_sum="two: sum_squared_error of Deep Learning from Scratch, tf.nn.l2_loss, Bishop",
    half_mean="twice the number of rows: EuclideanLoss of Caffe, the machine learning course of Andrew Ng",
)

SIZES = dict(
    tiny=Size("LeNet-5, its ten outputs, 16 images", size=(16, 10)),
    small=Size("YOLO, its 7 × 7 × 30 outputs, 16 images", size=(16, 1470)),
    large=Size("an autoencoder of 16 colour images as AlexNet takes them", size=(16, 3, 224, 224)),
)

REJECTS = (
    Reject("target of a row", size=(3, 4), target=of_shape((4,)), hunts="a target that broadcasts"),
    Reject("target of a column", size=(3, 4), target=of_shape((3, 1)), hunts="a target that broadcasts"),
    Reject("target transposed", size=(3, 4), target=of_shape((4, 3)), hunts="a target of another shape"),
    Reject(
        "column against vector",
        prediction=of_shape((4, 1)),
        target=of_shape((4,)),
        size=(4, 1),
        hunts="(N, 1) less (N,), which broadcasts to (N, N)",
    ),
)

EXAMPLE = dict(
    prediction=given([[1.0, 2.0, 3.0, 4.0], [0.0, -1.0, -2.0, 5.0]]),
    target=given([[1.0, 0.0, 4.0, 0.0], [2.0, -1.0, -5.0, 4.0]]),
)
LONG = dict(size=(8193,), prediction=choice(1, 2, 3), target=choice(-2, -1))
OVERSHOT = dict(size=(3, 4), prediction=uniform(1, 2), target=uniform(-2, -1))
CANCELLING = dict(prediction=given([[1.5, 2.0], [3.0, 4.25]]), target=given([[0.5, 3.0], [5.0, 2.25]]))
FAR_OFF = dict(size=(3, 4), prediction=normal(mean=1000), target=normal(mean=1000))
UNDEFINED = dict(prediction=given([[1.0, np.nan], [0.5, 2.0]]), target=given([[0.0, 1.0], [1.5, 1.0]]))
INFINITE = dict(prediction=given([[1.0, np.inf], [0.5, 2.0]]), target=given([[0.0, 1.0], [1.5, 1.0]]))

mse_loss = Primitive(
    title="The mean squared error",
    inputs=(Tensor("prediction"), Tensor("target")),
    outputs=(Output("loss", ""),),
    conventions=(REDUCTION,),
    cases=(
        Case("rows", size=(4, 5), hunts="a sum over one axis only, or another divisor than the number of elements"),
        Case("vector", size=(6,), hunts="a factor ½, or code that takes it for granted that there are several outputs"),
        Case("images", size=(2, 3, 4, 5), hunts="a divisor that looks at the first axis, or the last one"),
        Case("one row", size=(1, 5), hunts="a divisor of N where there is only one example"),
        Case("one output", size=(5, 1), hunts="a factor ½ that hides behind the number of rows"),
        Case("more rows than columns", size=(7, 2), hunts="rows and columns exchanged in the divisor"),
        Case("one element", size=(1,), hunts="a divisor of n − 1, or a result that is not a number"),
        Case("overshot", **OVERSHOT, hunts="prediction and target squared apart, or added"),
        Case("errors that cancel", **CANCELLING, exact=True, hunts="a mean that is squared: its errors sum to 0"),
        Case("target of zero", size=(3, 4), target=constant(0), hunts="a target that is divided by"),
        Case("a thousand off zero", **FAR_OFF, hunts="(p − t)² multiplied out: p² − 2pt + t² cancels"),
        Case("tiny errors", size=(3, 4), prediction=normal(std=1e-6), target=normal(std=1e-6), hunts="a threshold"),
        Case("huge errors", size=(3, 4), prediction=normal(std=1e15), hunts="an error that is clipped or saturates"),
        Case("not a number", **UNDEFINED, hunts="a NaN that is skipped"),
        Case("infinite prediction", **INFINITE, hunts="an infinite error that is skipped, or becomes NaN"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail: a sum is 0, a mean is 0/0"),
        Case(
            "several thousand elements", **LONG, hunts="a sum in blocks, of which one, or a last element, is left out"
        ),
        Case("by hand", **EXAMPLE, exact=True, hunts="anything: the squares are 0, 4, 1, 16, 4, 0, 9, 1 and sum to 35"),
        Case(
            "all right", size=(2, 4), prediction=constant(3), target=constant(3), exact=True, hunts="a loss of nothing"
        ),
    ),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="squares that are subtracted from each other",
            where=lambda prediction: prediction.size > 0 and bool(np.isfinite(prediction).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda size: 3 * np.prod(size), moved=lambda size, itemsize: 2 * itemsize * np.prod(size)),
    sizes=SIZES,
)

mse_loss_backward = Primitive(
    title="The gradient of the mean squared error",
    inputs=(Tensor("prediction"), Tensor("target")),
    outputs=(Output("dprediction"),),
    conventions=(REDUCTION,),
    cases=(
        Case("rows", size=(4, 5), hunts="another divisor than the number of elements"),
        Case("vector", size=(6,), hunts="a factor of 2 too little or too much"),
        Case("images", size=(2, 3, 4, 5), hunts="a divisor that looks at the first axis, or the last one"),
        Case("one row", size=(1, 5), hunts="a divisor of N where there is only one example"),
        Case("one output", size=(5, 1), hunts="a factor ½ that hides behind the number of rows"),
        Case("more rows than columns", size=(7, 2), hunts="rows and columns exchanged in the divisor"),
        Case("one element", size=(1,), hunts="a result that loses its shape when there is only one element"),
        Case("overshot", **OVERSHOT, hunts="a gradient of the wrong sign: it points from target to prediction"),
        Case("target of zero", size=(3, 4), target=constant(0), hunts="a target that is divided by"),
        Case("a thousand off zero", **FAR_OFF, hunts="a gradient that is computed from squares"),
        Case("tiny errors", size=(3, 4), prediction=normal(std=1e-6), target=normal(std=1e-6), hunts="a threshold"),
        Case("huge errors", size=(3, 4), prediction=normal(std=1e15), hunts="an error that is clipped or saturates"),
        Case("not a number", **UNDEFINED, hunts="a NaN that is skipped, or that spreads to healthy elements"),
        Case("infinite prediction", **INFINITE, hunts="an infinite error that spreads to healthy elements"),
        Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail"),
        Case("by hand", **EXAMPLE, exact=True, hunts="anything: twice the differences, over the eight elements"),
        Case("all right", size=(2, 4), prediction=constant(3), target=constant(3), exact=True, hunts="0/0 at no error"),
    ),
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
    cost=Cost(flops=lambda size: 2 * np.prod(size), moved=lambda size, itemsize: 3 * itemsize * np.prod(size)),
    sizes=SIZES,
)
