"""The cross-entropy of probabilities with a target distribution, and its gradient.

    L        = −Σᵢⱼ tᵢⱼ · log(pᵢⱼ + ε) / N

    ∂L/∂pᵢⱼ  = −tᵢⱼ / (pᵢⱼ + ε) / N

The probabilities p and the targets t are (N, C): one distribution over C classes per row. A one-hot target picks the
logarithm of one class; a smoothed or mixed one weights several. L is the mean over the N rows of what each row sums to,
a single number; the gradient has p's shape. p is taken as it is: a row need not sum to 1, and nothing is clipped.

A class that the target gives 0 contributes nothing, and its gradient is 0: 0 · log 0 = 0, as the limit has it. Where
the target expects what has probability 0, the loss is ∞ and the gradient −∞. Courses avoid that with a guard ε, here the
convention `guard`: 0, or 1e-7 added to the probability, which makes the loss of a certain and right answer −1e-7.
Others clip: Keras to [1e-7, 1 − 1e-7] after dividing each row by its sum, so that a row costs 16.1 at most. The mean
over no rows is NaN. What a probability that is NaN gives where the target is 0 is left open.

Where libraries differ beyond that: on TensorFlow, Keras' SparseCategoricalCrossentropy, which takes labels, clips first
and divides after it, so that a certain and right answer costs more than 1e-7, 4e-7 where it was measured. Smoothed
targets, (1 − ε)·onehot + ε/C in PyTorch, Keras and Optax, and weights of rows or classes are left to t.

From logits use softmax_cross_entropy_loss, which needs no guard.

Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 3.51; Saito, Deep Learning from Scratch,
O'Reilly 2016, §4.2 (the guard). Clipping as measured in Keras 3.15.
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
    of_shape,
    uniform,
)

GUARD = Convention(
    "guard",
    "What is added to the probability in the logarithm",
    none="nothing: the formula of Goodfellow et al.; CS231n",
    added="1e-7: cross_entropy_error of Deep Learning from Scratch",
)

INPUTS = (
    Tensor("probability", "n c", draw=uniform(0.05, 0.95)),
    Tensor("target", "n c", draw=uniform(0.1, 0.9), flows=False),
)

SIZES = dict(
    tiny=Size("LeNet-5, the ten digits, 16 images", n=16, c=10, target=given(np.eye(10)[np.arange(16) % 10])),
    small=Size("AlexNet, 1,000 classes, 128 images", n=128, c=1000),
    large=Size("ResNet-50, 1,000 classes, 2,048 images", n=2048, c=1000),
)

ONE_HOT = dict(probability=uniform(0.05, 0.95), target=given(np.eye(4)[[2, 0, 3, 2, 1]]))
CERTAIN = dict(
    probability=given([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]),
    target=given([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]),
)
IMPOSSIBLE = dict(
    probability=given([[0.0, 0.75, 0.25], [0.5, 0.0, 0.5]]),
    target=given([[1.0, 0.0, 0.0], [0.5, 0.0, 0.5]]),
)
UNLIKELY = dict(
    probability=given([[1e-9, 0.5, 0.5], [0.5, 1e-12, 0.5], [0.75, 0.25, 1e-7]]),
    target=given([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
)
UNDEFINED = dict(
    probability=given([[np.nan, 0.5], [0.25, 0.75]]),
    target=given([[0.5, 0.5], [0.5, 0.5]]),
)
EXAMPLE = dict(
    probability=given([[0.5, 0.25, 0.25, 0.0], [0.125, 0.125, 0.25, 0.5]]),
    target=given([[0.0, 1.0, 0.0, 0.0], [0.5, 0.0, 0.25, 0.25]]),
)

CASES = (
    Case("distributions", n=4, c=5, hunts="only one class of each target looked at, or a divisor of N·C"),
    Case("one-hot targets", **ONE_HOT, hunts="another divisor than the number of rows"),
    Case("two classes", n=5, c=2, hunts="1 − p counted as well, as for a yes-or-no answer"),
    Case("one row", n=1, c=6, hunts="code that looks along the batch where there is only one example"),
    Case("more rows than classes", n=7, c=3, hunts="rows and classes exchanged in the divisor"),
    Case("targets of ones", n=3, c=4, target=constant(1), hunts="a target that is not used as a weight"),
    Case("sparse targets", n=3, c=6, target=choice(0, 0, 0.25, 1), hunts="rows that are made to sum to 1"),
    Case("unlikely labels", **UNLIKELY, hunts="a probability of 1e-12 that is clipped to 1e-7, or guarded"),
    Case("certain and right", **CERTAIN, hunts="0 · log 0 or 0/0, which are NaN, or a certain answer that is clipped"),
    Case("impossible label", **IMPOSSIBLE, hunts="a loss that is not ∞ without a guard, or not finite with one"),
    Case("not a number", **UNDEFINED, hunts="a NaN that is clipped or skipped"),
    Case("no rows", n=0, c=5, hunts="an empty batch that makes the call fail"),
)

REJECTS = (
    Reject("target of a row", n=3, c=4, target=of_shape((4,)), hunts="a target that broadcasts"),
    Reject("target of a column", n=3, c=4, target=of_shape((3, 1)), hunts="a target that broadcasts"),
    Reject("target of a row, squared", n=4, c=4, target=of_shape((4,)), hunts="a target that picks rows, not classes"),
    Reject("no classes", n=3, c=0, hunts="rows without classes"),
    Reject("target transposed", n=3, c=4, target=of_shape((4, 3)), hunts="a target of another shape"),
    Reject("a single row", n=1, c=4, probability=of_shape((4,)), target=of_shape((4,)), hunts="rows that are classes"),
    Reject("images", n=1, c=4, probability=of_shape((1, 4, 2)), target=of_shape((1, 4, 2)), hunts="an axis too many"),
)

cross_entropy_loss = Primitive(
    title="The cross-entropy of probabilities",
    inputs=INPUTS,
    outputs=(Output("loss", ""),),
    conventions=(GUARD,),
    cases=(
        *CASES,
        Case("by hand", **EXAMPLE, hunts="anything: in bits the rows are 2 and ½·3 + ¼·2 + ¼·1, so L = 2.125 · log 2"),
    ),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="a minus sign that was forgotten",
            where=lambda probability: probability.size > 0 and bool((probability < 0.96).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda n, c: 3 * n * c, moved=lambda n, c, itemsize: 2 * itemsize * n * c),
    sizes=SIZES,
)

cross_entropy_loss_backward = Primitive(
    title="The gradient of the cross-entropy of probabilities",
    inputs=INPUTS,
    outputs=(Output("dprobability", "n c"),),
    conventions=(GUARD,),
    cases=(
        *CASES,
        Case(
            "by hand",
            **EXAMPLE,
            exact=True,
            when={"guard": "none"},
            hunts="anything: half of −4 in the first row, of −4, −1 and −½ in the second",
        ),
    ),
    laws=(
        Law(
            "the gradient gives the target back",
            lambda dprobability, probability, target, n: dprobability * probability * n + target,
            hunts="a gradient that is not −t/p/N",
            where=lambda probability, guard: guard == "none" and bool((probability > 0).all()),
        ),
        Law(
            "what is not expected has no gradient",
            lambda dprobability, target: np.where(target == 0, dprobability, 0),
            hunts="a gradient where the target is 0",
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda n, c: 3 * n * c, moved=lambda n, c, itemsize: 3 * itemsize * n * c),
    sizes=SIZES,
)
