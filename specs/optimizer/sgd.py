"""One step of stochastic gradient descent, with weight decay.

    θ ← θ − α·(g + λ·θ)

θ is the parameter `param`, of any shape, and g the gradient `grad` of the loss, shaped like θ; every element stands
alone. α is the learning rate `lr` ≥ 0; λ is `weight_decay` ≥ 0. The result is the new θ; the arguments are left as they
were.

The decay is the gradient of ½·λ·‖θ‖², an L2 penalty: it is added to the gradient, taken at the old θ, and scaled by the
learning rate ("coupled"). No ½ is missing and no factor 2 is left over.

Where libraries differ:
    - PyTorch and Caffe couple the decay as here. In Keras every optimizer has decoupled decay, θ − α·λ·θ; without
      momentum that is the same number.
    - Optax and Chainer have the decay apart from the optimizer (add_decayed_weights, WeightDecay). Deep Learning from
      Scratch adds λ·θ to the loss's gradient; CS231n's first assignment adds 2·λ·θ, for its penalty lacks the ½.
    - Caffe offers an L1 decay, λ·sign(θ), in its place.
    - PyTorch's lr is 1e-3 unless given; Keras' is 0.01, as here.
    - Keras on TensorFlow, TensorFlow 1 and Caffe keep α in float32, whatever θ is: up to 3e-6 off where it is
      float64.

Edge cases: a zero gradient without decay, or a rate of 0, leaves θ as it is, to the bit. A NaN or an infinity in the
gradient spoils its own element, no other.

Robbins and Monro, A Stochastic Approximation Method, Annals of Mathematical Statistics 22 (1951), eq. (8); the decay as
in torch.optim.SGD of PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Tensor,
    choice,
    constant,
    each,
    given,
    mostly,
    normal,
    of_shape,
    varying,
)

from ._layers import layer_sizes

LAYER = dict(size=(3, 4))
TEN_STEPS = dict(size=(4, 3), steps=10)

sgd = Primitive(
    title="One step of stochastic gradient descent",
    inputs=(Tensor("param"), Tensor("grad")),
    options=(Real("lr", 0.01, low=0), Real("weight_decay", 0.0, low=0)),
    outputs=(Output("param"),),
    cases=(
        Case("one step", **LAYER, hunts="a step uphill, or another default than lr = 0.01 without decay"),
        Case("large rate", **LAYER, lr=0.5, hunts="a learning rate that is built in, or applied twice"),
        Case(
            "rate of one", **LAYER, lr=1.0, weight_decay=0.25, hunts="the decay: at a rate of 1 nothing else scales it"
        ),
        Case(
            "rate of zero", **LAYER, lr=0.0, weight_decay=0.5, exact=True, hunts="a decay that the rate does not scale"
        ),
        Case(
            "weight decay", **LAYER, lr=0.1, weight_decay=0.2, hunts="a decay that is left out, doubled or not scaled"
        ),
        Case(
            "strong decay", **LAYER, lr=0.5, weight_decay=1.5, hunts="a decay of the parameter that has already moved"
        ),
        Case(
            "decay alone",
            **LAYER,
            lr=0.1,
            weight_decay=0.5,
            grad=constant(0),
            hunts="a decay that shrinks the gradient, or acts only where there is one",
        ),
        Case(
            "decay of ones",
            **LAYER,
            lr=0.1,
            weight_decay=0.5,
            param=choice(-1, 0, 1),
            hunts="a decay that is doubled: here the sign of a parameter is the parameter itself",
        ),
        Case(
            "parameter at zero",
            **LAYER,
            param=constant(0),
            lr=0.1,
            weight_decay=0.5,
            hunts="a decay that is constant, or a parameter of 0 that is left alone",
        ),
        Case("zero gradient", **LAYER, grad=constant(0), exact=True, hunts="a parameter that moves without a gradient"),
        Case(
            "tiny gradient",
            **LAYER,
            param=constant(0),
            grad=normal(std=1e-8),
            hunts="a gradient that is rounded to 0 or normalised by its length",
        ),
        Case("huge gradient", **LAYER, grad=normal(std=1e15), hunts="a gradient that is clipped"),
        Case(
            "NaN and infinity in the gradient",
            grad=given([0.5, float("nan"), float("inf"), float("-inf"), 0.0]),
            weight_decay=0.5,
            hunts="a NaN or infinity that is swallowed, or that spreads to other elements",
        ),
        Case("one parameter", size=(1,), hunts="a sum or norm over elements where each stands alone"),
        Case("no parameters", size=(0,), hunts="an empty layer that makes the step fail"),
        Case("scalar parameter", size=(), lr=0.1, hunts="a parameter without axes, such as a single bias"),
        Case(
            "convolution weights",
            size=(2, 3, 3, 2),
            lr=0.1,
            weight_decay=0.1,
            hunts="a parameter with more than two axes",
        ),
        Case(
            "more than a thousand parameters",
            size=(37, 29),
            param=choice(-4, 1, 3),
            grad=choice(-2, 0, 1, 5),
            lr=0.25,
            weight_decay=0.5,
            exact=True,
            hunts="a block or a tail that is left out where a layer is taken in pieces",
        ),
        Case(
            "tens of thousands of parameters",
            size=(32_769,),
            param=choice(-4, 1, 3),
            grad=choice(-2, 1, 5),
            lr=0.25,
            weight_decay=0.5,
            exact=True,
            hunts="a long block, or a last single parameter, that is left out where a layer is taken in pieces",
        ),
        Case(
            "by hand",
            param=given([1.0, -2.0, 4.0]),
            grad=given([0.5, -1.0, 0.0]),
            lr=0.25,
            weight_decay=0.5,
            exact=True,
            hunts="anything: 1 − ¼·(½ + ½·1) = ¾, −2 − ¼·(−1 − 1) = −1½, 4 − ¼·(0 + 2) = 3½",
        ),
        Case("ten steps", **TEN_STEPS, lr=0.1, hunts="a step that remembers earlier gradients"),
        Case(
            "ten steps, decay",
            **TEN_STEPS,
            lr=0.1,
            weight_decay=0.3,
            hunts="a decay that adds up wrongly over the steps",
        ),
        Case(
            "ten steps, sparse gradients",
            **TEN_STEPS,
            lr=0.1,
            weight_decay=0.3,
            grad=mostly(constant(0), 0.3, normal()),
            hunts="a decay that acts only where the gradient is not 0",
        ),
        Case(
            "twelve steps, changing rate",
            **{**TEN_STEPS, "steps": 12},
            lr=each([0.5] * 4 + [0.05] * 4 + [0.005] * 4),
            weight_decay=0.1,
            grad=varying(normal(), normal(std=1e-6), constant(0), choice(-3, 3)),
            hunts="a learning rate that is kept from the first step",
        ),
    ),
    laws=(
        Law(
            "nothing pulls, nothing moves",
            lambda param, next_param: next_param - param,
            hunts="a parameter that moves without gradient and decay, or at a rate of 0",
            where=lambda lr, grad, weight_decay: (
                np.isfinite(grad).all() and (lr == 0 or (weight_decay == 0 and not grad.any()))
            ),
            exact=True,
        ),
        Law(
            "the step is the rate times the pull",
            lambda param, next_param, grad, lr, weight_decay: next_param - (1 - lr * weight_decay) * param + lr * grad,
            hunts="decay and gradient that do not simply add up",
            where=lambda grad: np.isfinite(grad).all(),
        ),
    ),
    rejects=(
        Reject("gradient of another shape", size=(3, 4), grad=of_shape((4,)), hunts="a gradient that broadcasts"),
        Reject(
            "gradient of one number", size=(3, 4), grad=of_shape(()), hunts="a single number that moves every parameter"
        ),
        Reject("transposed gradient", size=(3, 4), grad=of_shape((4, 3)), hunts="a gradient the other way round"),
        Reject("negative rate", size=(3,), lr=-0.1, hunts="a learning rate below 0, which climbs"),
        Reject("negative decay", size=(3,), weight_decay=-0.1, hunts="a decay below 0, which makes weights grow"),
    ),
    cost=Cost(
        flops=lambda size, weight_decay: (4 if weight_decay else 2) * np.prod(size),
        moved=lambda size, itemsize: 3 * itemsize * np.prod(size),
    ),
    sizes=layer_sizes(),
    independent="*",
)
