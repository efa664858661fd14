"""LeCun's initialization from a normal distribution: each unit's sum of inputs has the variance of one input.

    w ~ N(0, σ²), independently,        σ² = 1 / fan_in

    dense weights (in, out):                    fan_in = in
    convolution weights (out, in, *kernel):     fan_in = in·∏kernel

`shape` is one of the two, with one to three kernel sizes; the result is a new float64 array of it. It is the initialization
that selu's self-normalization is proved for. `rng` is the numpy.random.Generator to draw from: equal generators give equal
weights; which ones is up to the implementation.

Where libraries differ:
    - The tails are a convention. Keras, TensorFlow and JAX draw again what lies beyond two standard deviations, and start
      from σ/0.8796 so that the variance after the cut is 1/fan_in all the same; Flax initializes Dense and Conv so. Chainer,
      whose Linear starts so too, does not cut. PyTorch has no LeCun initializer: its Linear draws from U[−1/√fan_in, 1/√fan_in),
      a third of the variance.
    - Caffe's "xavier" and Deep Learning from Scratch's are this variance, under another's name.
    - The dense weights of some libraries are (out, in), those of Keras' and JAX' convolutions (*kernel, in, out).

Edge cases: a layer without inputs or outputs gives an empty array. A shape of one axis, such as a bias, has no fans and is
refused.

LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998, eq. 16; Klambauer et al., Self-Normalizing Neural Networks, 2017.
"""

import numpy as np

from primcheck.spec import Counts, Primitive, Rng

from ._depth import LAYER_BY_LAYER, keeps_its_spread
from ._weights import COST, LAYERS, SHAPES_WITHOUT_FANS, SIZES, TAILS, WEIGHTS, fan_in, normal_law, samples

lecun_normal_init = Primitive(
    title="LeCun's normal initialization",
    inputs=(Counts("shape"),),
    options=(Rng(),),
    outputs=(WEIGHTS,),
    conventions=(TAILS,),
    cases=LAYERS,
    rejects=SHAPES_WITHOUT_FANS,
    statistics=(
        *samples(lambda shape, tails: normal_law(1 / fan_in(shape), tails)),
        keeps_its_spread(np.tanh),
    ),
    figure=LAYER_BY_LAYER,
    cost=COST,
    sizes=SIZES,
)
