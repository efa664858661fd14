"""The multiclass hinge loss of support vector machines, and its gradient.

    L        = Σᵢ Σ_{j ≠ yᵢ} max(0, sᵢⱼ − sᵢ,yᵢ + margin) / N

    ∂L/∂sᵢⱼ  = 1/N                                         where sᵢⱼ − sᵢ,yᵢ + margin > 0, j ≠ yᵢ; 0 elsewhere
    ∂L/∂sᵢ,yᵢ = −(number of such j) / N

The scores s are (N, C), one row per example; the labels y are (N,) integers from 0 to C − 1, and a label beyond them is
refused. The margin is at least 0. L is a single number: summed over the classes but the label, averaged over the rows.
The gradient has the scores' shape and each of its rows sums to 0.

A class that just keeps the margin is at the kink and has gradient 0, as in PyTorch; the kink of Keras' binary hinge has
half the slope on JAX and all of it on TensorFlow. A NaN among the scores makes L NaN; what its row's gradient is is
left open. The mean over no rows is NaN.

There are many hinges. PyTorch's multi_margin_loss divides by C as well; Crammer and Singer, Keras' categorical_hinge
and optax take only the worst class of each row. In Keras the worst score is 0 where all others are below, for the
label's own counts as 0. Caffe and Chainer ask each class on its own whether its score has the right sign, which costs
max(0, 1 − t·s) with t = ±1, summed over the classes and divided by N, and squared on demand (L2). Keras' hinge is the
mean of that over all elements, and takes labels of 0 and 1 for ±1 if there are no others. Keras' means are float32 on
JAX and PyTorch, even of float64.

Weston and Watkins, Support Vector Machines for Multi-Class Pattern Recognition, ESANN 1999; Stanford CS231n, linear
classification notes and svm_loss of assignment 1. Other hinges as measured in PyTorch 2.13, Keras 3.15, optax 0.2,
Chainer 7.8 and Caffe.
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
    given,
    integers,
    normal,
    of_shape,
    uniform,
)

SIZES = dict(
    tiny=Size("LeNet-5, the ten digits, 16 images", n=16, c=10, labels=integers(0, 9)),
    small=Size("AlexNet, 1,000 classes, 128 images", n=128, c=1000, labels=integers(0, 999)),
    large=Size("ResNet-50, 1,000 classes, 4,096 images", n=4096, c=1000, labels=integers(0, 999)),
)


def batch(n, c, **others):
    """Return n rows of c classes with labels that are any of them."""
    return dict(n=n, c=c, labels=integers(0, c - 1), **others)


# The label's scores are 3, 5 and −1: one class just keeps a margin of 2 in each row, one does not.
AT_THE_KINK = dict(
    scores=given([[3.0, 1.0, 2.0, 0.0], [3.0, 5.0, 4.0, 2.5], [-3.0, 0.5, -4.0, -1.0], [0.0, 0.0, 2.0, 0.0]]),
    labels=given([0, 1, 3, 2]),
    margin=2.0,
)
AHEAD = dict(scores=given([[9.0, 1.0, 2.0], [0.0, -1.0, 7.0]]), labels=given([0, 2]))
BEHIND = dict(scores=given([[-5.0, 1.0, 2.0], [4.0, 6.5, -3.0]]), labels=given([0, 2]))
# The second class keeps the usual margin of 1 by 0.004; nobody keeps it in the second row.
JUST_AHEAD = dict(scores=given([[1.0, -0.004, -2.0], [0.5, 0.25, 0.0]]), labels=given([0, 1]))
UNDEFINED = dict(scores=given([[0.5, np.nan, 1.0], [1.0, 2.0, 3.0]]), labels=given([0, 2]))
# Excesses 0.5 and 2 in the first row, none in the second.
EXAMPLE = dict(scores=given([[2.0, 1.5, 3.0], [4.0, 0.0, 2.0]]), labels=given([0, 0]))

CASES = (
    Case("rows", **batch(4, 5), hunts="a divisor of N·C, or labels that are looked up in the wrong row"),
    Case("more rows than classes", **batch(7, 3), hunts="rows and classes exchanged"),
    Case("one label for all", n=4, c=5, labels=constant(2), hunts="labels that are not looked up at all"),
    Case("first and last class", n=4, c=3, labels=given([0, 2, 2, 0]), hunts="labels that are counted from 1"),
    Case("two classes", **batch(5, 2), hunts="only one of the classes looked at"),
    Case("one row", **batch(1, 6), hunts="code that looks along the batch where there is only one example"),
    Case("one class", n=4, c=1, labels=constant(0), exact=True, hunts="a label that is compared with itself"),
    Case("equal scores", n=2, c=8, scores=constant(3), labels=given([1, 6]), exact=True, hunts="the label counted too"),
    Case("no margin", **batch(4, 5, margin=0.0), hunts="a margin of 0 that is taken for a missing one"),
    Case("wide margin", **batch(4, 5, margin=10.0), hunts="a margin that is built in: every class is within it"),
    Case("half a margin", **batch(5, 4, margin=0.5), hunts="a margin that is built in"),
    Case("far ahead", **AHEAD, exact=True, hunts="a loss where every label is ahead by more than the margin"),
    Case(
        "far behind",
        **BEHIND,
        exact=True,
        hunts="a label that is counted once for several classes, or subtracted wrongly",
    ),
    Case("just ahead", **JUST_AHEAD, hunts="a margin that is not 1 unless another one is asked for"),
    Case("at the kink", **AT_THE_KINK, exact=True, hunts="≥ for >: classes that just keep the margin"),
    Case(
        "close together", **batch(4, 5, scores=uniform(-0.1, 0.1)), hunts="classes within the margin that are left out"
    ),
    Case("no rows", n=0, c=5, labels=constant(0), hunts="an empty batch that makes the call fail"),
)

REJECTS = (
    Reject("label beyond the last class", n=3, c=4, labels=constant(4), hunts="a label that is no class"),
    Reject(
        "negative label", n=3, c=4, labels=constant(-1), hunts="a label of −1, which NumPy takes for the last class"
    ),
    Reject("one label beyond", n=3, c=4, labels=given([0, 4, 1]), hunts="one label that is no class, among good ones"),
    Reject("one negative label", n=3, c=4, labels=given([0, -1, 1]), hunts="one label of −1, among good ones"),
    Reject("no classes", n=0, c=0, labels=constant(0), hunts="rows without classes, in a batch that hides them"),
    Reject("too few labels", n=3, c=4, labels=of_shape((2,), constant(1)), hunts="a row without a label"),
    Reject("one-hot labels", n=3, c=3, labels=of_shape((3, 3), constant(1)), hunts="labels that are one-hot already"),
    Reject("a column of labels", n=3, c=4, labels=of_shape((3, 1), constant(1)), hunts="labels that broadcast"),
    Reject("negative margin", **batch(3, 4, margin=-1.0), hunts="a margin that asks for the opposite"),
)

hinge_loss = Primitive(
    title="The multiclass hinge loss",
    inputs=(Tensor("scores", "n c", draw=normal(std=2)), Tensor("labels", "n", dtype="int", flows=False)),
    options=(Real("margin", 1.0, low=0.0),),
    outputs=(Output("loss", ""),),
    cases=(
        *CASES,
        Case("not a number", **UNDEFINED, hunts="a NaN that max(0, ·) makes disappear"),
        Case("by hand", **EXAMPLE, exact=True, hunts="anything: ½ and 2 in the first row, so that the mean is 1¼"),
    ),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="classes that are not cut off at 0",
            where=lambda scores: scores.size > 0 and bool(np.isfinite(scores).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda n, c: 4 * n * c, moved=lambda n, c, itemsize: itemsize * n * c + 8 * n),
    sizes=SIZES,
)

hinge_loss_backward = Primitive(
    title="The gradient of the multiclass hinge loss",
    inputs=(Tensor("scores", "n c", draw=normal(std=2), flows=False), Tensor("labels", "n", dtype="int", flows=False)),
    options=(Real("margin", 1.0, low=0.0, flows=False),),
    outputs=(Output("dscores", "n c"),),
    cases=(
        *CASES,
        Case("by hand", **EXAMPLE, exact=True, hunts="anything: −1, ½ and ½ in the first row, nothing in the second"),
    ),
    laws=(
        Law(
            "each row sums to 0",
            lambda dscores: dscores.sum(1),
            hunts="a label that does not rise as much as the others fall",
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda n, c: 5 * n * c, moved=lambda n, c, itemsize: 2 * itemsize * n * c + 8 * n),
    sizes=SIZES,
)
