"""He's initialization from a uniform distribution: weights that keep the size of activations through layers of relu.

    w ~ U[−a, a), independently,        a = √(6 / fan)        so that the variance a²/3 is 2 / fan

    dense weights (in, out):                    fan_in = in              fan_out = out
    convolution weights (out, in, *kernel):     fan_in = in·∏kernel      fan_out = out·∏kernel

`shape` is one of the two, with one to three kernel sizes; the result is a new float64 array of it. fan is fan_in unless a
convention says otherwise. The 6 is 2·3: relu halves the second moment, which the 2 restores, and a uniform distribution
on [−a, a) has the variance a²/3. `rng` is the numpy.random.Generator to draw from: equal generators give equal weights;
which ones is up to the implementation.

Where libraries differ:
    - Which fan is a convention: fan_in, fan_out, or, in Caffe and in variance scaling, the average of the two.
    - PyTorch's dense weights are (out, in), those of Keras' and JAX' convolutions (*kernel, in, out). Here they are as
      above; the numbers of the fans are the same.
    - PyTorch and Caffe read the fans off the shape: fan_out of a grouped convolution, (out, in/groups, *kernel), is not
      divided by the groups, and a transposed one, whose weights are (in, out, *kernel), has fan_in = out·∏kernel.
    - PyTorch has a gain, √(2/(1 + a²)), for leaky relus of slope a; a is 0 here. Its Linear and Conv2d are initialized with
      kaiming_uniform_ and a = √5, which is no He initialization: the limit is √(1/fan_in).

Edge cases: a layer without inputs or outputs gives an empty array. A shape of one axis, such as a bias, has no fans and is
refused. Whether the upper end itself can be drawn is a matter of rounding.

He, Zhang, Ren and Sun, Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification, ICCV
2015, arXiv:1502.01852, eq. 10 and eq. 14 (there with normal draws); the uniform form as in PyTorch 2.13 and Keras 3.15.
"""

from primcheck.spec import Counts, Law, Primitive, Rng

from ._depth import LAYER_BY_LAYER, keeps_its_spread, relu
from ._weights import COST, FAN_IN_FIRST, LAYERS, SHAPES_WITHOUT_FANS, SIZES, WEIGHTS, connections, samples, uniform_law

he_uniform_init = Primitive(
    title="He's uniform initialization",
    inputs=(Counts("shape"),),
    options=(Rng(),),
    outputs=(WEIGHTS,),
    conventions=(FAN_IN_FIRST,),
    cases=LAYERS,
    laws=(
        Law(
            "weights stay within the limit",
            lambda weights, shape, fan: (abs(weights) - (6 / connections(shape, fan)) ** 0.5).clip(min=0),
            hunts="a wider range, or draws from a law without limits",
            where=lambda shape: 0 not in shape,
        ),
    ),
    rejects=SHAPES_WITHOUT_FANS,
    statistics=(*samples(lambda shape, fan: uniform_law(2 / connections(shape, fan))), keeps_its_spread(relu)),
    figure=LAYER_BY_LAYER,
    cost=COST,
    sizes=SIZES,
)
