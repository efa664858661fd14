"""The cross-entropy of independent yes-or-no answers, straight from the logits, and its gradient.

    L      = Σ (−t · log σ(z) − (1 − t) · log(1 − σ(z))) / D
           = Σ (max(z, 0) − t · z + log(1 + exp(−|z|))) / D             σ(z) = 1 / (1 + exp(−z))

    ∂L/∂z  = (σ(z) − t) / D

The sum runs over all elements: each logit z is the score of a yes of its own, and its target t, of the same shape, the
probability of a yes, which is 0 or 1 or, with smoothed labels, between. L is a single number; the gradient has the
logits' shape. D is the convention `reduction`: the number of elements for the mean, 1 for the sum.

The second line is the first one without a probability in it. σ(z) rounds to 1 beyond 17 in float32, and 0 · log 0 is
NaN; an answer that is wrong by a logit of 1,000 costs 1,000, and its gradient is 1. Libraries that start from
probabilities clip instead: PyTorch's binary_cross_entropy stops each logarithm at −100, where its gradient is −1e12,
Keras clips to [1e-7, 1 − 1e-7], which costs 16.1 at most. The mean of nothing is NaN, and so is L when a logit is.
Nothing is special where z is 0.

Where libraries differ beyond that: Caffe's SigmoidCrossEntropyLoss divides the sum by the number of rows only. Optax
leaves the elements unsummed. Keras can smooth the targets, by label_smoothing = ε to t·(1 − ε) + ½·ε; here they come as
they are. Keras' means are float32 on JAX and PyTorch, even of float64.

Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, §6.2.2.2; sigmoid_cross_entropy_with_logits of
TensorFlow 2.21 and binary_cross_entropy_with_logits of PyTorch 2.13. Clipping and means as measured in PyTorch 2.13 and
Keras 3.15.
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
    "Whether the elements are averaged",
    mean="averaged: PyTorch, Keras",
    sum='summed: PyTorch with reduction="sum", numpy-ml',
)

INPUTS = (Tensor("logits", draw=normal(std=2)), Tensor("target", flows=False, draw=choice(0, 1)))

SIZES = dict(
    tiny=Size("one yes or no, 64 examples", size=(64,)),
    small=Size("YOLOv3, the confidences of its coarsest grid, 16 images", size=(16, 3, 13, 13)),
    large=Size("U-Net, the masks of 16 images of 388 × 388", size=(16, 388, 388)),
)

FAR_OFF = given([[1000.0, -1000.0, 1000.0], [-1000.0, 90.0, -90.0]])
UNDEFINED = dict(logits=given([[0.5, np.nan], [-1.0, 2.0]]), target=given([[1.0, 0.0], [0.0, 1.0]]))
RIGHT = dict(logits=given([[40.0, -40.0], [-60.0, 60.0]]), target=given([[1.0, 0.0], [0.0, 1.0]]))
EXAMPLE = dict(logits=given(np.log([[1.0, 3.0], [7.0, 1.0]])), target=given([[1.0, 0.0], [1.0, 0.5]]))

CASES = (
    Case("rows", size=(4, 5), hunts="another divisor than the number of elements"),
    Case("vector", size=(6,), hunts="code that takes it for granted that there are several answers"),
    Case("images", size=(2, 3, 4, 5), hunts="a divisor that looks at the first axis, or the last one"),
    Case("one element", size=(1,), hunts="a result that is not a number, or loses its shape"),
    Case("nothing but yes", size=(3, 4), target=constant(1), hunts="yes and no exchanged"),
    Case("nothing but no", size=(3, 4), target=constant(0), hunts="a no that costs nothing, or teaches nothing"),
    Case("smoothed labels", size=(3, 4), target=choice(0.1, 0.9), hunts="targets that are taken for yes or no"),
    Case("any probability", size=(3, 4), target=uniform(0, 1), hunts="targets that are rounded"),
    Case(
        "a thousand off", logits=FAR_OFF, target=given([[0.0, 1.0, 1.0], [0.0, 0.0, 1.0]]), hunts="overflow, or log 0"
    ),
    Case("right without doubt", **RIGHT, hunts="a probability that rounds to 1: the loss is tiny, but not NaN"),
    Case("undecided", size=(3, 4), logits=constant(0), target=constant(0.5), hunts="a kink at 0, where there is none"),
    Case("tiny logits", size=(3, 4), logits=normal(std=1e-6), hunts="logits that are rounded or thresholded away"),
    Case("not a number", **UNDEFINED, hunts="a NaN that is skipped"),
    Case("no elements", size=(0, 4), hunts="an empty batch that makes the call fail: a sum is 0, a mean is 0/0"),
)

REJECTS = (
    Reject("target of a row", size=(3, 4), target=of_shape((4,), constant(1)), hunts="a target that broadcasts"),
    Reject("target of a column", size=(3, 4), target=of_shape((3, 1), constant(1)), hunts="a target that broadcasts"),
    Reject("target transposed", size=(3, 4), target=of_shape((4, 3), constant(1)), hunts="a target of another shape"),
)

binary_cross_entropy_loss = Primitive(
    title="The cross-entropy of yes-or-no answers, from logits",
    inputs=INPUTS,
    outputs=(Output("loss", ""),),
    conventions=(REDUCTION,),
    cases=(*CASES, Case("by hand", **EXAMPLE, hunts="anything: log 2, log 4, log 8/7 and log 2 again")),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="a minus sign that was forgotten",
            where=lambda logits: logits.size > 0 and bool((np.abs(logits) < 10).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda size: 6 * np.prod(size), moved=lambda size, itemsize: 2 * itemsize * np.prod(size)),
    sizes=SIZES,
)

binary_cross_entropy_loss_backward = Primitive(
    title="The gradient of the cross-entropy of yes-or-no answers",
    inputs=INPUTS,
    outputs=(Output("dlogits"),),
    conventions=(REDUCTION,),
    cases=(*CASES, Case("by hand", **EXAMPLE, hunts="anything: −1/2, 3/4, −1/8 and 0, over the four elements")),
    laws=(
        Law(
            "the gradient stays between −1 and 1",
            lambda dlogits: np.maximum(np.abs(dlogits) - 1, 0),
            hunts="a gradient that was not carried through the sigmoid",
            where=lambda logits: bool(np.isfinite(logits).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda size: 6 * np.prod(size), moved=lambda size, itemsize: 3 * itemsize * np.prod(size)),
    sizes=SIZES,
)
