"""Initialization by normal draws of a given mean and standard deviation.

    w ~ N(mean, std²), independently

`shape` is any sequence of sizes ≥ 0; the result is a new float64 array of that shape. `std` ≥ 0 is the standard deviation,
not the variance. `rng` is the numpy.random.Generator to draw from: equal generators give equal weights; which ones is up
to the implementation. No tails are cut.

The two classic bad choices are std 1, which saturates a deep network of tanh units, and std 0.01, through which its signal
fades away; Xavier's and He's initializations choose std from the shape.

Where libraries differ:
    - The defaults are mean 0 and std 1 in PyTorch, as here, and in Caffe's GaussianFiller; Keras' RandomNormal has std 0.05,
      JAX' normal 0.01.
    - Truncated normal draws, the default of many TensorFlow layers, are another operation.

Edge cases: with std = 0 every weight is the mean itself. A shape without axes gives a 0-d array, a size of 0 an empty one.

torch.nn.init.normal_ of PyTorch 2.13; GaussianFiller of Caffe 1.0, include/caffe/filler.hpp.
"""

from primcheck.spec import Case, Counts, Law, Normal, Primitive, Real, Reject, Rng, Statistic

from ._depth import FADES, LAYER_BY_LAYER, SATURATES
from ._weights import COST, SIZES, WEIGHTS, negative_sizes

normal_init = Primitive(
    title="Initialization by normal draws",
    inputs=(Counts("shape"),),
    options=(Real("mean", 0.0), Real("std", 1.0, low=0), Rng()),
    outputs=(WEIGHTS,),
    cases=(
        Case("dense layer", shape=(3, 4), hunts="weights of another shape or type than asked for"),
        Case("convolution", shape=(4, 3, 2, 5), std=0.01, hunts="a row in place of the whole shape"),
        Case("one axis", shape=(7,), std=0.01, hunts="code that needs two axes"),
        Case("one weight", shape=(1, 1), mean=1.0, hunts="an axis that is squeezed away"),
        Case("no axes", shape=(), mean=-1.0, std=2.0, hunts="a scalar parameter"),
        Case("no units", shape=(4, 0), hunts="an empty layer that makes the draw fail"),
        Case(
            "std of zero",
            shape=(3, 5),
            mean=0.3,
            std=0.0,
            hunts="a std of 0 that is refused or taken for one not given",
        ),
        Case("huge std", shape=(3, 2), std=1e300, hunts="a square that overflows"),
    ),
    laws=(
        Law(
            "a std of zero gives the mean",
            lambda weights, mean: weights - mean,
            hunts="a mean that is scaled or left out, or noise that std does not scale",
            where=lambda std: std == 0,
            exact=True,
        ),
    ),
    rejects=(
        *negative_sizes(),
        Reject("negative std", shape=(3, 4), std=-1.0, hunts="a standard deviation below 0"),
        Reject("std of NaN", shape=(3, 4), std=float("nan"), hunts="a standard deviation that is no number"),
    ),
    statistics=(
        Statistic(
            "by default",
            hunts="other defaults than mean 0 and std 1; a law without tails",
            of="weights",
            law=lambda mean, std: Normal(mean, std),
            values=dict(shape=(300, 200)),
        ),
        Statistic(
            "small weights",
            hunts="std taken for the variance or the reverse; a std off by 2 %; rows that repeat",
            of="weights",
            law=lambda mean, std: Normal(mean, std),
            values=dict(shape=(500, 400), std=0.01),
        ),
        Statistic(
            "convolution, off centre",
            hunts="a mean that is left out, or scaled too",
            of="weights",
            law=lambda mean, std: Normal(mean, std),
            values=dict(shape=(40, 20, 3, 25), mean=2.0, std=0.25),
        ),
        FADES,
        SATURATES,
    ),
    figure=LAYER_BY_LAYER,
    cost=COST,
    sizes=SIZES,
)
