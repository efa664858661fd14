"""Monte Carlo dropout: dropout stays on when predicting, and the spread of several predictions tells how sure they are.

    yₛ   = (x·maskₛ / (1 − p)) w + b         s = 1 … S,  maskₛ ~ Bernoulli(1 − p), drawn for each element of x apart

    mean = Σₛ yₛ / S

    std  = √( Σₛ (yₛ − mean)² / S )

x is (N, D), one row per example; w is (D, M) and b is (M,), the dense layer that comes after the dropout; mean and std are
(N, M). p is `rate`, the probability of DROPPING an input, 0 ≤ p < 1; S is `samples`, 1 or more. Each sample has a mask of
its own, of x's shape: the units of one example share it, the examples of a batch do not. `rng` is the
numpy.random.Generator the masks are drawn from: one generator gives other masks at every call, and equal generators give
equal ones; which ones is up to the implementation.

The variance is divided by S, as in the paper and as np.std does; torch.std divides by S − 1 unless told otherwise, and
has no answer for one sample, where std is 0 here. The paper adds the noise of the data, 1/τ, to the variance; here it is
left out. No library offers this as a function: it is made by leaving dropout in training mode (PyTorch: model.train();
Keras: training=True) while predicting. Dropping weights in place of inputs is DropConnect, another method.

Edge cases: with p = 0 the mean is dense(x) and std is 0, but for rounding. No example gives two empty results.

Gal and Ghahramani, Dropout as a Bayesian Approximation: Representing Model Uncertainty in Deep Learning, ICML 2016,
arXiv:1506.02142, section 4, equations 6 and 8.
"""

import numpy as np

from primcheck.spec import (
    Behaviour,
    Bernoulli,
    Case,
    Cost,
    Count,
    Law,
    Output,
    Primitive,
    Reject,
    Rng,
    Size,
    Statistic,
    Tensor,
    constant,
    given,
    normal,
    of_shape,
)

from .dropout import RATE

NAN = float("nan")
LAYER = dict(n=4, d=5, m=3)
ALONE = given([[0.0, 2.0, -1.0, 0.0], [-3.0, 0.0, 0.0, 0.5]])
ALIKE = given([[1.0, -2.0, 3.0], [2.0, -4.0, 6.0], [-0.5, 1.0, -1.5]])


def one_input_each(w):
    """Tell whether each unit listens to one input at most."""
    return w.size > 0 and bool((np.count_nonzero(w, axis=0) <= 1).all())


def all_alike(w):
    """Tell whether the units differ by a factor only, so that one of them tells what the others saw."""
    return w.size > 0 and w[0, 0] != 0 and bool((w * w[0, 0] == np.outer(w[:, 0], w[0])).all())


def unlike(answers, w):
    """What units that are alike disagree about: the first one's answers, times their factors, against their own."""
    return answers * w[0, 0] - answers[:, :1] * w[:1]


monte_carlo_dropout = Primitive(
    title="Monte Carlo dropout of a dense layer",
    inputs=(Tensor("x", "n d"), Tensor("w", "d m"), Tensor("b", "m")),
    options=(RATE, Count("samples", low=1), Rng()),
    outputs=(Output("mean", "n m"), Output("std", "n m")),
    cases=(
        Case("rows", **LAYER, rate=0.2, samples=5, hunts="results that lose an axis"),
        Case("one fifth dropped", n=9, d=1, m=3, rate=0.2, samples=4, hunts="survivors that are not divided by 1 − p"),
        Case("half dropped", n=9, d=1, m=3, rate=0.5, samples=3, hunts="anything but p and 1 − p exchanged"),
        Case("four fifths dropped", n=9, d=1, m=3, rate=0.8, samples=7, hunts="a rate that is built in"),
        Case("nothing dropped", **LAYER, rate=0.0, samples=3, hunts="a rate of 0 that divides by 0, or some spread"),
        Case("one sample", **LAYER, rate=0.3, samples=1, hunts="0/0 in the spread of one sample, which is 0"),
        Case("two samples", n=9, d=1, m=2, rate=0.5, samples=2, hunts="a variance that is divided by samples − 1"),
        Case("many samples", n=3, d=1, m=2, rate=0.4, samples=60, hunts="a spread that shrinks with the samples"),
        Case("one input each", w=ALONE, n=6, rate=0.3, samples=4, hunts="inputs that are dropped all or none"),
        Case("units alike", w=ALIKE, n=6, rate=0.3, samples=4, hunts="masks that differ from unit to unit"),
        Case("one unit", n=4, d=5, m=1, rate=0.2, samples=3, hunts="a result that loses its second axis"),
        Case("one example", n=1, d=5, m=3, rate=0.2, samples=3, hunts="a batch of one taken for no batch"),
        Case("square", n=4, d=4, m=4, rate=0.3, samples=3, hunts="a transpose that only here goes unnoticed"),
        Case("no weights", **LAYER, w=constant(0), rate=0.5, samples=3, hunts="a bias that is dropped or scaled"),
        Case(
            "no bias", n=9, d=1, m=3, b=constant(0), rate=0.3, samples=4, hunts="weights, where the bias is no matter"
        ),
        Case("large bias", n=9, d=1, m=3, b=normal(std=100), rate=0.3, samples=4, hunts="outputs that are dropped"),
        Case("no examples", n=0, d=5, m=3, rate=0.5, samples=2, hunts="an empty batch that makes the call fail"),
        Case(
            "zero or two",
            n=8,
            x=constant(1),
            w=given([[1.0]]),
            b=constant(0),
            rate=0.5,
            samples=2,
            hunts="anything: two samples of 0 or 2 have mean 0, 1 or 2, and then std is 0, 1 or 0",
        ),
    ),
    laws=(
        Law(
            "the spread follows from the mean",
            lambda x, w, b, rate, mean, std: std**2 - (mean - b) * (b + x @ w / (1 - rate) - mean),
            hunts="a std that is a variance, an error of the mean, or divided by samples − 1",
            where=one_input_each,
        ),
        Law(
            "the mean counts samples",
            lambda x, w, b, rate, samples, mean: (
                samples * (mean - b)
                - x @ w / (1 - rate) * np.rint(samples * (mean - b) / np.where(x @ w == 0, 1, x @ w / (1 - rate)))
            ),
            hunts="a mean that no number of kept inputs gives: not scaled, or with outputs dropped",
            where=one_input_each,
        ),
        Law(
            "units of an example share the mask",
            # Where all samples agree std is nothing but rounding, which only shows beside a mean.
            lambda w, b, mean, std: np.stack(
                [unlike(mean - b + std * np.sign(w[0]), w), unlike(mean - b - std * np.sign(w[0]), w)]
            ),
            hunts="a mask for each unit: of weights or of outputs",
            where=all_alike,
        ),
        Law(
            "nothing varies where nothing can be dropped",
            lambda x, w, b, mean, std: mean + std - (x @ w + b),
            hunts="spread at rate 0 or without weights, a bias that is dropped",
            where=lambda w, rate: rate == 0 or not w.any(),
        ),
        Law(
            "one sample has no spread",
            lambda std: std,
            hunts="a division by samples − 1, which is 0",
            where=lambda samples: samples == 1,
            exact=True,
        ),
        Law(
            "no spread is negative",
            lambda std: np.minimum(std, 0),
            hunts="a difference in place of a deviation",
            exact=True,
        ),
    ),
    rejects=(
        Reject("rate of one", **LAYER, rate=1.0, samples=3, hunts="p = 1, which leaves nothing to scale"),
        Reject("negative rate", **LAYER, rate=-0.1, samples=3, hunts="a probability below 0"),
        Reject("rate of NaN", **LAYER, rate=NAN, samples=3, hunts="a probability that is no number"),
        Reject("no samples", **LAYER, rate=0.5, samples=0, hunts="a mean over nothing"),
        Reject("weights transposed", **LAYER, w=of_shape((3, 5)), rate=0.5, samples=3, hunts="weights as (out, in)"),
        Reject("one bias for all", **LAYER, b=of_shape((1,)), rate=0.5, samples=3, hunts="a bias that broadcasts"),
        Reject("a vector", **LAYER, x=of_shape((5,)), rate=0.5, samples=3, hunts="an example without a batch axis"),
    ),
    statistics=(
        Statistic(
            "three samples",
            hunts="one mask for all samples, all examples or all inputs; p taken for the probability of keeping",
            of="mean",
            law=lambda rate, samples: Bernoulli(1 - rate**samples),
            values=dict(n=40000, w=given(np.eye(2)), x=constant(1), b=constant(0), rate=0.6, samples=3),
        ),
        Statistic(
            "one sample",
            hunts="inputs that are kept too often or too rarely",
            of="mean",
            law=lambda rate, samples: Bernoulli(1 - rate**samples),
            values=dict(n=40000, w=given(np.eye(2)), x=constant(1), b=constant(0), rate=0.2, samples=1),
        ),
        Statistic(
            "spread",
            hunts="a variance, or the error of the mean, in place of the standard deviation",
            of="std",
            law=lambda rate, samples: Behaviour(
                "root mean square of std",
                lambda std: np.sqrt(np.mean(std**2)),
                np.sqrt(rate / (1 - rate) * (samples - 1) / samples),
                0.02,
            ),
            values=dict(n=40000, w=given(np.eye(2)), x=constant(1), b=constant(0), rate=0.6, samples=3),
        ),
    ),
    cost=Cost(
        flops=lambda n, d, m, samples: samples * n * (2 * d * m + 3 * d + 4 * m),
        moved=lambda n, d, m, itemsize: itemsize * (n * d + d * m + m + 2 * n * m),
    ),
    sizes=dict(
        tiny=Size("LeNet-5, the last dense layer, one image, 10 samples", n=1, d=84, m=10, rate=0.5, samples=10),
        small=Size("LeNet of Caffe, the last dense layer, 64 images", n=64, d=500, m=10, rate=0.5, samples=50),
        large=Size("AlexNet, the last dense layer, 16 images", n=16, d=4096, m=1000, rate=0.5, samples=10),
    ),
    independent="n",
)
