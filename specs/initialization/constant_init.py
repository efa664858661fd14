"""Initialization by a constant: the same value everywhere.

    w = value

`shape` is any sequence of sizes ≥ 0; the result is a new float64 array of that shape, also where `value` is an integer.
It is for biases: 0, or a small constant such as 0.01 so that relu units start out active. It is not for weights: with
equal weights all units of a layer compute the same, get the same gradient, and stay equal for ever.

Where libraries differ:
    - The constant is 0 unless told otherwise in Caffe and Keras; here, as in PyTorch, it is always given.
    - Biases of dense layers and convolutions start at 0 in Keras; PyTorch's Linear and Conv2d draw them, like their
      weights, from U[−1/√fan_in, 1/√fan_in).

Edge cases: a shape without axes gives a 0-d array, a size of 0 an empty one. NaN and infinities are values like others.

torch.nn.init.constant_ of PyTorch 2.13; ConstantFiller of Caffe 1.0, include/caffe/filler.hpp.
"""

import numpy as np

from primcheck.spec import Case, Cost, Counts, Output, Primitive, Real, Size

from ._depth import LEARN_NOTHING, STAY_EQUAL
from ._weights import negative_sizes

constant_init = Primitive(
    title="Initialization by a constant",
    inputs=(Counts("shape"),),
    options=(Real("value"),),
    outputs=(Output("weights", lambda shape: tuple(shape), dtype="float64", exact=True),),
    cases=(
        Case("zeros", shape=(3, 4), value=0.0, hunts="anything that is not exactly 0"),
        Case("small bias", shape=(7,), value=0.01, hunts="a value that is ignored, or rounded in single precision"),
        Case("negative", shape=(2, 5), value=-0.1, hunts="a sign that is lost"),
        Case(
            "equal weights",
            shape=(3, 4),
            value=0.5,
            hunts="weights that differ, and so break a symmetry that must stay",
        ),
        Case("large", shape=(2, 3), value=1e308, hunts="a value that single precision cannot hold, nor a sum of six"),
        Case("whole number", shape=(3, 2), value=3, hunts="an array of integers, where an integer is given"),
        Case("convolution", shape=(4, 3, 2, 5), value=0.5, hunts="a row in place of the whole shape"),
        Case("one element", shape=(1,), value=2.5, hunts="an axis that is squeezed away"),
        Case("no axes", shape=(), value=2.5, hunts="a scalar parameter"),
        Case("no units", shape=(4, 0), value=1.0, hunts="an empty layer that makes the call fail"),
        Case("infinity", shape=(2,), value=float("-inf"), hunts="arithmetic on the value, as in 0·x + value"),
        Case("NaN", shape=(2,), value=float("nan"), hunts="a NaN that is replaced"),
    ),
    laws=(STAY_EQUAL, LEARN_NOTHING),
    rejects=negative_sizes(value=1.0),
    cost=Cost(flops=lambda shape: 0 * np.prod(shape), moved=lambda shape, itemsize: itemsize * np.prod(shape)),
    sizes=dict(
        tiny=Size("LeNet-5, the biases of the second dense layer", shape=(84,), value=0.01),
        small=Size("VGG-16, the biases of the first dense layer", shape=(4096,), value=0.01),
        large=Size("VGG-16, the last convolution", shape=(512, 512, 3, 3), value=0.01),
    ),
)
