"""Alpha dropout: dropout for self-normalizing networks, which keeps mean 0 and variance 1.

    mask ~ Bernoulli(1 − p), drawn for each element apart
    y = a·(x where mask, α' elsewhere) + b                                   (in training)
    y = x, and nothing is drawn                                              (in evaluation: training=False)

    α' = −λα = −1.7580993408473766,    a = 1/√((1 − p)·(1 + p·α'²)),    b = −a·p·α'

x, y and `mask` have one shape, any. p is `rate`, the probability of DROPPING, 0 ≤ p < 1. What is dropped is set to α', the
value that selu tends to for large negative inputs, not to 0; a and b then bring an x of mean 0 and variance 1 back to just
that. `mask` is boolean and True where the element was kept, everywhere in evaluation. `rng` is the numpy.random.Generator
the mask is drawn from: one generator gives another mask at every call, and equal generators give equal ones.

Where libraries differ:
    - The formula is one everywhere. PyTorch and Keras return y alone; the mask is what a backward needs, which gives
      a·dy where it is True and 0 elsewhere.
    - p is 0.5 unless given in PyTorch; in Keras, as here, it must be given.
    - p = 1 gives zeros in PyTorch and a ZeroDivisionError in Keras. Here it is refused: a would be infinite.
    - PyTorch's feature_alpha_dropout drops whole channels, and is another operation.

Edge cases: with p = 0 nothing is dropped, a is 1, b is 0, and y is x to the bit, as it is in evaluation. What becomes of an
infinity or a NaN that is dropped is left open.

Klambauer, Unterthiner, Mayr and Hochreiter, Self-Normalizing Neural Networks, NIPS 2017, arXiv:1706.02515, section 3, “New
dropout technique”; the constants as in PyTorch 2.13 and Keras 3.15.
"""

import numpy as np

from primcheck.spec import (
    Behaviour,
    Bernoulli,
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
    choice,
    normal,
)

ALPHA = -1.7580993408473766
BATCH = dict(size=(7, 9))


def stretch(rate):
    """Return a."""
    return 1 / np.sqrt((1 - rate) * (1 + rate * ALPHA**2))


def changed(rate, training):
    """Tell whether anything is drawn."""
    return training and rate > 0


def keeps(name, measure, expected):
    """Return the statistic that a moment of standard normal numbers is kept."""
    return Statistic(
        f"{name} of a standard normal x",
        hunts="numbers a and b that do not make up for what was dropped",
        of="y",
        law=lambda: Behaviour(f"{name} of y", measure, expected, 0.05),
        values=dict(size=(300, 500), rate=0.3),
    )


alpha_dropout = Primitive(
    title="Dropout for self-normalizing networks",
    inputs=(Tensor("x"),),
    options=(Real("rate", low=0, high=1, open_high=True), Flag("training", True), Rng()),
    outputs=(Output("y"), Output("mask", dtype="bool")),
    cases=(
        Case("one fifth dropped", **BATCH, rate=0.2, hunts="p and 1 − p exchanged"),
        Case("half dropped", **BATCH, rate=0.5, hunts="anything but p and 1 − p exchanged: they are equal"),
        Case("four fifths dropped", **BATCH, rate=0.8, hunts="numbers a and b for a rate that is built in"),
        Case("nothing dropped", **BATCH, rate=0.0, hunts="a rate of 0 that is taken for one not given"),
        Case("images", size=(3, 2, 3, 5), rate=0.3, hunts="a mask without the image's axes"),
        Case("one axis", size=(11,), rate=0.4, hunts="code that needs two axes"),
        Case("one example", size=(1, 9), rate=0.2, hunts="a batch of one taken for no batch"),
        Case("one element", size=(1,), rate=0.6, hunts="an axis that is squeezed away"),
        Case("scalar", size=(), rate=0.2, hunts="an x without axes"),
        Case("no examples", size=(0, 4), rate=0.5, hunts="an empty batch that makes the step fail"),
        Case("zeros", **BATCH, x=choice(0, 0, 1), rate=0.3, hunts="a mask that is read off y or x"),
        Case("large values", **BATCH, x=normal(std=1e4), rate=0.7, hunts="values that are clipped"),
        Case("evaluation", **BATCH, rate=0.2, training=False, hunts="dropping, stretching or moving in evaluation"),
        Case("evaluation at rate zero", **BATCH, rate=0.0, training=False, hunts="a rate of 0 in evaluation"),
        Case(
            "evaluation without examples", size=(0, 4), rate=0.5, training=False, hunts="an empty batch in evaluation"
        ),
    ),
    laws=(
        Law(
            "kept elements are stretched and moved",
            lambda x, y, mask, rate: np.where(mask, y - (stretch(rate) * x - stretch(rate) * rate * ALPHA), 0),
            hunts="survivors that are not a·x + b, or a mask that does not mark them",
            where=lambda rate, training: changed(rate, training),
        ),
        Law(
            "dropped elements are a·α' + b",
            lambda y, mask, rate: np.where(mask, 0, y - (stretch(rate) * ALPHA - stretch(rate) * rate * ALPHA)),
            hunts="dropped elements that are 0, or of another sign",
            where=lambda rate, training: changed(rate, training),
        ),
        Law(
            "unchanged elements are x itself",
            lambda x, y: y - x,
            hunts="a change where there is nothing to do: at rate 0, in evaluation",
            where=lambda rate, training: not changed(rate, training),
            exact=True,
        ),
        Law(
            "everything is kept",
            lambda mask: 1.0 * ~mask,
            hunts="dropping in evaluation, or at rate 0",
            where=lambda rate, training: not changed(rate, training),
            exact=True,
        ),
    ),
    rejects=(
        Reject("rate of one", **BATCH, rate=1.0, hunts="p = 1, for which a is infinite"),
        Reject("rate above one", **BATCH, rate=1.5, hunts="a probability above 1"),
        Reject("negative rate", **BATCH, rate=-0.1, hunts="a probability below 0"),
        Reject("rate of NaN", **BATCH, rate=float("nan"), hunts="a probability that is no number"),
        Reject(
            "rate of one in evaluation", **BATCH, rate=1.0, training=False, hunts="a bad rate that evaluation overlooks"
        ),
    ),
    statistics=(
        Statistic(
            "dense layer",
            hunts="p taken for the probability of keeping; one mask for a batch, or one coin for an example",
            of="mask",
            law=lambda rate: Bernoulli(1 - rate),
            values=dict(size=(600, 500), rate=0.2),
        ),
        keeps("mean", np.mean, 0.0),
        keeps("variance", np.var, 1.0),
    ),
    cost=Cost(flops=lambda size: 4 * np.prod(size), moved=lambda size, itemsize: (2 * itemsize + 1) * np.prod(size)),
    sizes=dict(
        tiny=Size("a self-normalizing layer of LeNet-5's size, one image", size=(1, 84), rate=0.1),
        small=Size("a self-normalizing layer of VGG-16's size, 64 images", size=(64, 4096), rate=0.1),
        large=Size("Wide ResNet-28-10, the first stage, 32 images", size=(32, 160, 32, 32), rate=0.1),
    ),
    independent="*",
)
