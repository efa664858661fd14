"""The cross-entropy of softmax with integer labels, straight from the logits, and its gradient.

    L       = Σᵢ (log Σⱼ exp(zᵢⱼ − mᵢ) − (zᵢ,label − mᵢ)) / D        mᵢ = maxⱼ zᵢⱼ

    ∂L/∂zᵢⱼ = (softmax(zᵢ)ⱼ − [j = labelᵢ]) / D

The logits z are (N, C), one row of scores per example; the labels are (N,) integers from 0 to C − 1, and a label beyond
them is refused. L is a single number, the gradient has the logits' shape. D is the convention `reduction`: N for the
mean over the rows, 1 for the sum. It is never N·C, for each row contributes one logarithm.

The first line is −log softmax(z)[label], written so that no probability is formed: a label 2,000 below the best score
has a probability that underflows to 0 and a logarithm of −∞, but its loss is 2,000. Libraries that clip or guard the
probability instead stop at 16.1 (1e-7) or 87.3 (Caffe, the smallest float32), and their gradient vanishes there.

A score of −∞ is a masked class, of probability 0: it changes nothing unless it is the label, whose loss is then ∞. A
NaN, a +∞ or nothing but −∞ in a row makes L NaN, and in the gradient that row. The mean over no rows is NaN.

Where libraries differ, it is in what is left out here:
    - Labels to be ignored: Caffe divides by the number of the other rows (VALID), and so does PyTorch, whose loss is
      NaN where all are ignored.
    - Weights: with one weight per class PyTorch divides by the sum of the labels' weights; Keras' sample_weight leaves
      the divisor N.
    - Smoothed labels, (1 − ε)·onehot + ε/C, are the same in PyTorch, Keras and Optax. With weights, PyTorch's even part
      takes each class's own weight, still over the sum of the labels' weights.
    - Optax gives one loss per row.

Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 6.30; Stanford CS231n, linear classification
notes, softmax classifier. PyTorch 2.13's cross_entropy and Keras 3.15 with from_logits=True.
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
    integers,
    normal,
    of_shape,
)

REDUCTION = Convention(
    "reduction",
    "Whether the rows are averaged",
    mean="averaged: PyTorch, Keras, Caffe, CS231n, Deep Learning from Scratch",
    sum='summed: PyTorch with reduction="sum", numpy-ml',
)

INPUTS = (Tensor("logits", "n c", draw=normal(std=2)), Tensor("labels", "n", dtype="int", flows=False))

SIZES = dict(
    tiny=Size("LeNet-5, the ten digits, 16 images", n=16, c=10, labels=integers(0, 9)),
    small=Size("AlexNet, 1,000 classes, 128 images", n=128, c=1000, labels=integers(0, 999)),
    large=Size("ResNet-50, 1,000 classes, 4,096 images", n=4096, c=1000, labels=integers(0, 999)),
)

MASKED = [[0.5, -np.inf, 1.5, -np.inf], [-np.inf, 2.0, -1.0, 0.25]]
FAR_APART = [[1000.0, 1001.0, 999.0, 1000.5], [-1000.0, -1001.0, -999.0, -1000.5], [0.0, 1.0, -1.0, 0.5]]
SATURATED = [[1000.0, 0.0, -1000.0], [-1000.0, 1000.0, 999.0], [0.0, 20.0, -20.0]]


def batch(n, c, **others):
    """Return n rows of c classes with labels that are any of them."""
    return dict(n=n, c=c, labels=integers(0, c - 1), **others)


CASES = (
    Case("rows", **batch(4, 5), hunts="a divisor of N·C, or labels that are looked up in the wrong row"),
    Case("every class once", n=4, c=4, labels=given([2, 0, 3, 1]), hunts="rows and columns exchanged"),
    Case("more rows than classes", **batch(7, 3), hunts="rows and classes exchanged"),
    Case("one label for all", n=4, c=5, labels=constant(2), hunts="labels that are not looked up at all"),
    Case("first and last class", n=4, c=3, labels=given([0, 2, 2, 0]), hunts="labels that are counted from 1"),
    Case("two classes", **batch(5, 2), hunts="a sigmoid of one score, in place of softmax"),
    Case("one row", **batch(1, 6), hunts="code that looks along the batch where there is only one example"),
    Case("one class", n=4, c=1, labels=constant(0), hunts="a loss where a single class is certain", exact=True),
    Case(
        "a thousand up and down",
        **batch(4, 5, logits=choice(-1000, 0, 1000)),
        hunts="exp of the logits as they are: it overflows",
    ),
    Case(
        "right and wrong without doubt",
        logits=given(SATURATED),
        labels=given([2, 1, 2]),
        hunts="a probability that is clipped, guarded, or underflows to log 0: these cost 2,000, 0.3 and 40",
    ),
    Case(
        "rows 2,000 apart",
        logits=given(FAR_APART),
        labels=given([0, 3, 1]),
        hunts="the maximum of the whole batch subtracted: a row far below it underflows",
    ),
    Case("equal scores", n=2, c=8, logits=constant(3), labels=given([1, 6]), hunts="equal scores: log 8, 1/8 and −7/8"),
    Case("masked classes", logits=given(MASKED), labels=given([2, 1]), hunts="a score of −∞ that makes a NaN"),
    Case(
        "not a number",
        logits=given([[0.5, np.nan, 1.5], [0.5, -1.0, 1.5], [0.0, 1.0, 2.0]]),
        labels=given([0, 1, 2]),
        hunts="a NaN that is skipped because it is not at the label, or that spoils the healthy rows",
    ),
    Case("no rows", n=0, c=5, labels=constant(0), hunts="an empty batch that makes the call fail"),
)

BY_HAND = dict(logits=given(np.log([[1.0, 2.0, 5.0], [3.0, 4.0, 1.0]])), labels=given([1, 0]))

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
)

softmax_cross_entropy_loss = Primitive(
    title="The cross-entropy of softmax, from logits and integer labels",
    inputs=INPUTS,
    outputs=(Output("loss", ""),),
    conventions=(REDUCTION,),
    cases=(
        *CASES,
        Case(
            "masked label",
            logits=given(MASKED),
            labels=given([1, 1]),
            hunts="an impossible label that costs less than ∞",
        ),
        Case("by hand", **BY_HAND, hunts="anything: the probabilities are 2/8 and 3/8, the losses log 4 and log 8/3"),
    ),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="a minus sign that was forgotten",
            where=lambda logits: logits.size > 0 and bool(np.isfinite(logits).all()),
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda n, c: 4 * n * c, moved=lambda n, c, itemsize: itemsize * n * c + 8 * n),
    sizes=SIZES,
)

softmax_cross_entropy_loss_backward = Primitive(
    title="The gradient of the cross-entropy of softmax",
    inputs=INPUTS,
    outputs=(Output("dlogits", "n c"),),
    conventions=(REDUCTION,),
    cases=(
        *CASES,
        Case("by hand", **BY_HAND, hunts="anything: the probabilities are eighths, with 8/8 taken off at the label"),
    ),
    laws=(
        Law(
            "each row sums to 0",
            lambda dlogits: dlogits.sum(1),
            hunts="a part that is missing: raising all scores of a row alike changes nothing",
            # e^(z − log Σ e^z) with a logarithm that was not shifted has only the digits that z leaves it.
            where=lambda logits: bool(np.all(np.abs(logits) < 100)),
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda n, c: 6 * n * c, moved=lambda n, c, itemsize: 2 * itemsize * n * c + 8 * n),
    sizes=SIZES,
)
