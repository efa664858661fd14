"""Initialization by uniform draws from an interval.

    w = low + (high − low)·u,        u ~ U[0, 1), independently

`shape` is any sequence of sizes ≥ 0; the result is a new float64 array of that shape. `low` ≤ `high` are the ends, both
finite, and so is their distance. `rng` is the numpy.random.Generator to draw from: equal generators give equal weights;
which ones is up to the implementation.

Where libraries differ:
    - PyTorch has the defaults 0 and 1, as Caffe's UniformFiller, Keras' RandomUniform −0.05 and 0.05, JAX' uniform 0 and
      0.01; here both ends are always given.

Edge cases: with low = high every weight is that value. The interval is half open, but whether the upper end itself can be
drawn is a matter of rounding. A shape without axes gives a 0-d array, a size of 0 an empty one.

torch.nn.init.uniform_ of PyTorch 2.13; UniformFiller of Caffe 1.0, include/caffe/filler.hpp.
"""

from primcheck.spec import Case, Counts, Law, Primitive, Real, Reject, Rng, Size, Statistic, Uniform

from ._weights import COST, WEIGHTS, negative_sizes

INF = float("inf")

uniform_init = Primitive(
    title="Initialization by uniform draws",
    inputs=(Counts("shape"),),
    options=(Real("low"), Real("high"), Rng()),
    outputs=(WEIGHTS,),
    cases=(
        Case("dense layer", shape=(3, 4), low=-0.5, high=0.5, hunts="weights of another shape or type than asked for"),
        Case("convolution", shape=(4, 3, 2, 5), low=-0.1, high=0.3, hunts="a row in place of the whole shape"),
        Case("one axis", shape=(7,), low=0.0, high=1.0, hunts="code that needs two axes"),
        Case("one weight", shape=(1, 1), low=2.0, high=3.0, hunts="an axis that is squeezed away"),
        Case("no axes", shape=(), low=-3.0, high=-2.0, hunts="a scalar parameter"),
        Case("no units", shape=(4, 0), low=0.0, high=1.0, hunts="an empty layer that makes the draw fail"),
        Case("equal ends", shape=(3, 5), low=0.3, high=0.3, hunts="an interval of width 0 that is refused"),
        Case("far from zero", shape=(3, 5), low=1000.0, high=1000.5, hunts="draws that are scaled by an end"),
        Case("wide", shape=(3, 2), low=-1e300, high=1e300, hunts="a square that overflows"),
    ),
    laws=(
        Law(
            "weights stay between the ends",
            lambda weights, low, high: (low - weights).clip(min=0) + (weights - high).clip(min=0),
            hunts="draws from another interval, or from a law without ends",
        ),
        Law(
            "equal ends give that value",
            lambda weights, low: weights - low,
            hunts="a low end that is left out, or a width that is not high − low",
            where=lambda low, high: low == high,
            exact=True,
        ),
    ),
    rejects=(
        *negative_sizes(low=0.0, high=1.0),
        Reject("ends exchanged", shape=(3, 4), low=1.0, high=0.0, hunts="a low end above the high one"),
        Reject("infinite end", shape=(3, 4), low=0.0, high=INF, hunts="an interval without end"),
        Reject("infinite width", shape=(3, 4), low=-1.5e308, high=1.5e308, hunts="ends whose distance overflows"),
        Reject("end of NaN", shape=(3, 4), low=float("nan"), high=1.0, hunts="an end that is no number"),
    ),
    statistics=(
        Statistic(
            "lopsided",
            hunts="a range from 0, around 0, or of another width; another law; rows that repeat",
            of="weights",
            law=lambda low, high: Uniform(low, high),
            values=dict(shape=(500, 400), low=-0.5, high=1.5),
        ),
        Statistic(
            "convolution",
            hunts="draws that are scaled by an end in place of the width",
            of="weights",
            law=lambda low, high: Uniform(low, high),
            values=dict(shape=(40, 20, 3, 25), low=2.0, high=2.5),
        ),
    ),
    cost=COST,
    sizes=dict(
        tiny=Size("LeNet-5, the first convolution", shape=(6, 1, 5, 5), low=-0.2, high=0.2),
        small=Size("LeNet-5, the third convolution", shape=(120, 16, 5, 5), low=-0.05, high=0.05),
        large=Size("VGG-16, the last convolution", shape=(512, 512, 3, 3), low=-0.01, high=0.01),
    ),
)
