"""Glorot and Bengio's (Xavier) initialization from a normal distribution: signals keep their size in both directions.

    w ~ N(0, σ²), independently,        σ² = 1 / fan,        fan = (fan_in + fan_out) / 2

    dense weights (in, out):                    fan_in = in              fan_out = out
    convolution weights (out, in, *kernel):     fan_in = in·∏kernel      fan_out = out·∏kernel

`shape` is one of the two, with one to three kernel sizes; the result is a new float64 array of it. A variance of 1/fan_in
keeps the size of activations forward, 1/fan_out that of gradients backward, for units that are linear around 0 such as
tanh; the average is the compromise, σ² = 2/(fan_in + fan_out). `rng` is the numpy.random.Generator to draw from: equal
generators give equal weights; which ones is up to the implementation.

Where libraries differ:
    - Which fan is a convention: "Xavier" means 1/fan_in in Caffe, in Deep Learning from Scratch and in many tutorials.
    - The tails are a convention. Keras, TensorFlow and JAX draw again what lies beyond two standard deviations, and start
      from σ/0.8796 so that the variance after the cut is 1/fan all the same.
    - PyTorch's dense weights are (out, in), those of Keras' and JAX' convolutions (*kernel, in, out). Here they are as
      above; the average of the fans is the same. PyTorch multiplies by a gain, which is 1 unless given.
    - PyTorch and Caffe read the fans off the shape, so that the fan_out of a grouped convolution, (out, in/groups,
      *kernel), is not divided by the groups.

Edge cases: a layer without inputs or outputs gives an empty array. A shape of one axis, such as a bias, has no fans and is
refused. The average of the fans may end in ½, which an integer division loses.

Glorot and Bengio, Understanding the Difficulty of Training Deep Feedforward Neural Networks, AISTATS 2010, eq. 12.
"""

import numpy as np

from primcheck.spec import Counts, Primitive, Rng

from ._depth import LAYER_BY_LAYER, keeps_its_spread
from ._weights import (
    AVERAGE_FIRST,
    COST,
    LAYERS,
    SHAPES_WITHOUT_FANS,
    SIZES,
    TAILS,
    WEIGHTS,
    connections,
    many_calls,
    normal_law,
    samples,
)


def law(shape, fan, tails):
    """Return the law of the weights."""
    return normal_law(1 / connections(shape, fan), tails)


xavier_normal_init = Primitive(
    title="Xavier's normal initialization",
    inputs=(Counts("shape"),),
    options=(Rng(),),
    outputs=(WEIGHTS,),
    conventions=(AVERAGE_FIRST, TAILS),
    cases=LAYERS,
    rejects=SHAPES_WITHOUT_FANS,
    statistics=(*samples(law), many_calls(law), keeps_its_spread(np.tanh)),
    figure=LAYER_BY_LAYER,
    cost=COST,
    sizes=SIZES,
)
