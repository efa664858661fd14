"""LeCun's initialization from a uniform distribution: each unit's sum of inputs has the variance of one input.

    w ~ U[−a, a), independently,        a = √(3 / fan_in)        so that the variance a²/3 is 1 / fan_in

    dense weights (in, out):                    fan_in = in
    convolution weights (out, in, *kernel):     fan_in = in·∏kernel

`shape` is one of the two, with one to three kernel sizes; the result is a new float64 array of it. `rng` is the
numpy.random.Generator to draw from: equal generators give equal weights; which ones is up to the implementation.

Where libraries differ:
    - PyTorch's Linear and Conv2d draw from U[−1/√fan_in, 1/√fan_in), weights and biases alike: a third of this variance.
    - Caffe's "xavier" filler is this law, fan_in being its default.
    - The dense weights of some libraries are (out, in), those of Keras' and JAX' convolutions (*kernel, in, out).

Edge cases: a layer without inputs or outputs gives an empty array. A shape of one axis, such as a bias, has no fans and is
refused. Whether the upper end itself can be drawn is a matter of rounding.

LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998, eq. 16; keras.initializers.LecunUniform of Keras 3.15.
"""

import numpy as np

from primcheck.spec import Counts, Law, Primitive, Rng

from ._depth import LAYER_BY_LAYER, keeps_its_spread
from ._weights import COST, LAYERS, SHAPES_WITHOUT_FANS, SIZES, WEIGHTS, fan_in, samples, uniform_law

lecun_uniform_init = Primitive(
    title="LeCun's uniform initialization",
    inputs=(Counts("shape"),),
    options=(Rng(),),
    outputs=(WEIGHTS,),
    cases=LAYERS,
    laws=(
        Law(
            "weights stay within the limit",
            lambda weights, shape: (abs(weights) - (3 / fan_in(shape)) ** 0.5).clip(min=0),
            hunts="a wider range, or draws from a law without limits",
            where=lambda shape: 0 not in shape,
        ),
    ),
    rejects=SHAPES_WITHOUT_FANS,
    statistics=(*samples(lambda shape: uniform_law(1 / fan_in(shape))), keeps_its_spread(np.tanh)),
    figure=LAYER_BY_LAYER,
    cost=COST,
    sizes=SIZES,
)
