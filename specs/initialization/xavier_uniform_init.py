"""Glorot and Bengio's (Xavier) initialization from a uniform distribution: signals keep their size in both directions.

    w ~ U[−a, a), independently,        a = √(3 / fan),        fan = (fan_in + fan_out) / 2

    dense weights (in, out):                    fan_in = in              fan_out = out
    convolution weights (out, in, *kernel):     fan_in = in·∏kernel      fan_out = out·∏kernel

`shape` is one of the two, with one to three kernel sizes; the result is a new float64 array of it. The variance of such a
draw is a²/3 = 1/fan. With the average of the fans that makes a = √6/√(fan_in + fan_out), as the paper has it. `rng` is
the numpy.random.Generator to draw from: equal generators give equal weights; which ones is up to the implementation.

Where libraries differ:
    - Which fan is a convention: Caffe's "xavier" filler divides by fan_in unless told otherwise.
    - PyTorch's dense weights are (out, in), those of Keras' and JAX' convolutions (*kernel, in, out). Here they are as
      above; the average of the fans is the same. PyTorch multiplies by a gain, which is 1 unless given.
    - PyTorch and Caffe read the fans off the shape, so that the fan_out of a grouped convolution, (out, in/groups,
      *kernel), is not divided by the groups.
    - It is the default of Keras' Dense and Conv2D. The paper's "commonly used heuristic" U[−1/√fan_in, 1/√fan_in) (eq. 1),
      the default of PyTorch's Linear, is what it was written against: a third of the variance.

Edge cases: a layer without inputs or outputs gives an empty array. A shape of one axis, such as a bias, has no fans and is
refused. The average of the fans may end in ½, which an integer division loses. Whether the upper end itself can be drawn
is a matter of rounding.

Glorot and Bengio, Understanding the Difficulty of Training Deep Feedforward Neural Networks, AISTATS 2010, eq. 16.
"""

import numpy as np

from primcheck.spec import Counts, Law, Primitive, Rng

from ._depth import LAYER_BY_LAYER, keeps_its_spread
from ._weights import (
    AVERAGE_FIRST,
    COST,
    LAYERS,
    SHAPES_WITHOUT_FANS,
    SIZES,
    WEIGHTS,
    connections,
    many_calls,
    samples,
    uniform_law,
)


def law(shape, fan):
    """Return the law of the weights."""
    return uniform_law(1 / connections(shape, fan))


xavier_uniform_init = Primitive(
    title="Xavier's uniform initialization",
    inputs=(Counts("shape"),),
    options=(Rng(),),
    outputs=(WEIGHTS,),
    conventions=(AVERAGE_FIRST,),
    cases=LAYERS,
    laws=(
        Law(
            "weights stay within the limit",
            lambda weights, shape, fan: (abs(weights) - (3 / connections(shape, fan)) ** 0.5).clip(min=0),
            hunts="a wider range, or draws from a law without limits",
            where=lambda shape: 0 not in shape,
        ),
    ),
    rejects=SHAPES_WITHOUT_FANS,
    statistics=(*samples(law), many_calls(law), keeps_its_spread(np.tanh)),
    figure=LAYER_BY_LAYER,
    cost=COST,
    sizes=SIZES,
)
