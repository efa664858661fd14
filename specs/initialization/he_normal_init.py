"""He's initialization from a normal distribution: weights that keep the size of activations through layers of relu.

    w ~ N(0, σ²), independently,        σ² = 2 / fan

    dense weights (in, out):                    fan_in = in              fan_out = out
    convolution weights (out, in, *kernel):     fan_in = in·∏kernel      fan_out = out·∏kernel

`shape` is one of the two, with one to three kernel sizes; the result is a new float64 array of it. fan is fan_in unless a
convention says otherwise: each unit sums fan_in inputs, relu halves their second moment, and the 2 restores it. `rng` is
the numpy.random.Generator to draw from: equal generators give equal weights; which ones is up to the implementation.

Where libraries differ:
    - Which fan is a convention: fan_in keeps the size of activations forward (eq. 10), fan_out that of gradients backward
      (eq. 14), and Caffe has the average of the two as well.
    - The tails are a convention. Keras, TensorFlow and JAX draw again what lies beyond two standard deviations, and start
      from σ/0.8796 so that the variance after the cut is 2/fan all the same.
    - PyTorch's dense weights are (out, in), those of Keras' and JAX' convolutions (*kernel, in, out). Here they are as
      above; the numbers of the fans are the same.
    - PyTorch and Caffe read the fans off the shape: fan_out of a grouped convolution, (out, in/groups, *kernel), is not
      divided by the groups, and a transposed one, whose weights are (in, out, *kernel), has fan_in = out·∏kernel.
    - PyTorch has a gain, √(2/(1 + a²)), for leaky relus of slope a; a is 0 here. Its Linear and Conv2d are initialized with
      kaiming_uniform_ and a = √5, which is no He initialization: the limit is √(1/fan_in).

Edge cases: a layer without inputs or outputs gives an empty array. A shape of one axis, such as a bias, has no fans and is
refused.

He, Zhang, Ren and Sun, Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification, ICCV
2015, arXiv:1502.01852, eq. 10 and eq. 14.
"""

from primcheck.spec import Counts, Primitive, Rng

from ._depth import LAYER_BY_LAYER, keeps_its_spread, relu
from ._weights import (
    COST,
    FAN_IN_FIRST,
    LAYERS,
    SHAPES_WITHOUT_FANS,
    SIZES,
    TAILS,
    WEIGHTS,
    connections,
    normal_law,
    samples,
)

he_normal_init = Primitive(
    title="He's normal initialization",
    inputs=(Counts("shape"),),
    options=(Rng(),),
    outputs=(WEIGHTS,),
    conventions=(FAN_IN_FIRST, TAILS),
    cases=LAYERS,
    rejects=SHAPES_WITHOUT_FANS,
    statistics=(
        *samples(lambda shape, fan, tails: normal_law(2 / connections(shape, fan), tails)),
        keeps_its_spread(relu),
    ),
    figure=LAYER_BY_LAYER,
    cost=COST,
    sizes=SIZES,
)
