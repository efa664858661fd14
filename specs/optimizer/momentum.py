"""One step of gradient descent with momentum, also called the heavy ball.

    v ← µ·v − α·g
    θ ← θ + v

θ is the parameter `param`, of any shape, g its gradient `grad` and v its velocity `velocity`, both shaped like θ; every
element stands alone. α is the learning rate `lr` ≥ 0; µ is `momentum`, 0 ≤ µ < 1, the share of the old velocity that is
kept. The results are the new θ and the new v; the arguments are left as they were. The velocity starts as zeros.

Where libraries differ:
    - Where the learning rate stands is a convention. Inside the velocity, as above. Outside it, v ← µ·v + g,
      θ ← θ − α·v. Or outside an average, v ← µ·v + (1 − µ)·g, θ ← θ − α·v, whose steps are 1/(1 − µ) times shorter.
      The first two move θ alike as long as α stays what it is, but not once it changes: inside, old gradients keep the
      rate they came with. Their velocities differ from the start, in sign and scale.
    - PyTorch's `dampening` = µ is the average but for its very first step, which takes v = g undamped.
    - Caffe keeps −v and subtracts it: the parameters are those of the first form, the saved state has the other sign.
    - PyTorch's lr is 1e-3 unless given; Keras' is 0.01, as here. Keras' momentum is 0 unless given.
    - Weight decay is left out here. PyTorch and Caffe add λ·θ to g, so that it enters v; Keras takes α·λ·θ off θ,
      beside v.
    - Keras on TensorFlow, TensorFlow 1 and Caffe keep α and µ in float32, whatever θ is: up to 3e-6 off where it is
      float64.
    - Nesterov's momentum, which takes the gradient ahead of θ, is another primitive.

Edge cases: with µ = 0 every form is plain gradient descent; the velocity is then −α·g in the first, g in the others. An
element whose gradient is 0 still moves by its old velocity. A NaN or an infinity in the gradient spoils its own
element, no other.

Polyak, Some Methods of Speeding up the Convergence of Iteration Methods, USSR Computational Mathematics and
Mathematical Physics 4 (1964), 1–17; in this form Sutskever, Martens, Dahl and Hinton, On the Importance of
Initialization and Momentum in Deep Learning, ICML 2013, eq. (1) and (2).
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
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

FRESH = dict(size=(3, 4), velocity=constant(0))
RUNNING = dict(size=(3, 4), velocity=normal(std=0.1))
TEN_STEPS = dict(size=(4, 3), velocity=constant(0), steps=10)

momentum = Primitive(
    title="One step of gradient descent with momentum",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("velocity", draw=normal(std=0.1))),
    options=(Real("lr", 0.01, low=0), Real("momentum", 0.9, low=0, high=1, open_high=True)),
    outputs=(Output("param"), Output("velocity")),
    conventions=(
        Convention(
            "form",
            "Where the learning rate stands",
            lr_inside="v = µv − lr·g, p + v: Keras, Caffe, CS231n, Deep Learning from Scratch",
            lr_outside="v = µv + g, p − lr·v: PyTorch, Optax, TensorFlow 1",
            average="v = µv + (1 − µ)·g, p − lr·v: Coursera's deep learning course",
        ),
    ),
    cases=(
        Case("first step", **FRESH, hunts="a first velocity of the wrong sign or scale"),
        Case("second step", **RUNNING, hunts="an old velocity that is forgotten, or weighted by 1 − µ"),
        Case(
            "large rate",
            **RUNNING,
            lr=0.5,
            hunts="a learning rate that is built in, applied twice or to the old velocity",
        ),
        Case("rate of one", **RUNNING, lr=1.0, hunts="the momentum: at a rate of 1 nothing else scales the step"),
        Case(
            "rate of zero",
            **RUNNING,
            lr=0.0,
            hunts="a velocity that the rate scales where it should not, or the reverse",
        ),
        Case("strong momentum", **RUNNING, lr=0.1, momentum=0.99, hunts="a momentum that is built in"),
        Case(
            "half momentum",
            **RUNNING,
            lr=0.1,
            momentum=0.5,
            hunts="anything but µ and 1 − µ exchanged, which are the same here",
        ),
        Case("no momentum", **RUNNING, lr=0.1, momentum=0.0, hunts="a momentum of 0 that is taken for one not given"),
        Case("zero gradient", **RUNNING, grad=constant(0), hunts="a velocity that stops when the gradient is 0"),
        Case(
            "zero gradient, fresh state",
            **FRESH,
            grad=constant(0),
            exact=True,
            hunts="a parameter that moves with neither gradient nor velocity",
        ),
        Case(
            "tiny gradient",
            **FRESH,
            param=constant(0),
            grad=normal(std=1e-8),
            hunts="a gradient that is rounded to 0 or normalised by its length",
        ),
        Case("huge gradient", **RUNNING, grad=normal(std=1e15), hunts="a gradient that is clipped"),
        Case(
            "NaN and infinity in the gradient",
            grad=given([0.5, float("nan"), float("inf"), float("-inf"), 0.0]),
            hunts="a NaN or infinity that is swallowed, or that spreads to other elements",
        ),
        Case(
            "one parameter", **{**RUNNING, "size": (1,)}, lr=0.1, hunts="a mean or norm where each element stands alone"
        ),
        Case("no parameters", **{**FRESH, "size": (0,)}, hunts="an empty layer that makes the step fail"),
        Case(
            "scalar parameter",
            **{**RUNNING, "size": ()},
            lr=0.1,
            hunts="a parameter without axes, such as a single bias",
        ),
        Case(
            "more than a thousand parameters",
            size=(37, 29),
            param=choice(-4, 1, 3),
            grad=choice(-2, 0, 1, 5),
            velocity=choice(-1, 0, 2),
            lr=0.25,
            momentum=0.5,
            exact=True,
            hunts="a block or a tail that is left out where a layer is taken in pieces",
        ),
        Case(
            "by hand",
            param=given([1.0, -2.0]),
            grad=given([0.5, -1.0]),
            velocity=given([2.0, 0.25]),
            lr=0.25,
            momentum=0.5,
            exact=True,
            hunts="anything: v = ½·2 − ¼·½ = ⅞, p = 1⅞; rate outside: v = 1½, p = ⅝; averaged: v = 1¼, p = 11/16",
        ),
        Case("ten steps", **TEN_STEPS, lr=0.1, hunts="a velocity carried wrongly from step to step"),
        Case(
            "ten steps, sparse gradients",
            **TEN_STEPS,
            lr=0.1,
            grad=mostly(constant(0), 0.3, normal()),
            hunts="a velocity that moves only where the gradient is not 0",
        ),
        Case(
            "ten steps, changing rate",
            **TEN_STEPS,
            lr=each([0.1] * 5 + [0.01] * 5),
            hunts="the place of the learning rate, which a constant rate hides from the parameter",
        ),
        Case(
            "ten steps, rising momentum",
            **TEN_STEPS,
            lr=0.05,
            momentum=each([0.5] * 3 + [0.9] * 4 + [0.99] * 3),
            hunts="a momentum that is kept from the first step",
        ),
        Case(
            "twelve steps resumed",
            **RUNNING,
            steps=12,
            lr=0.1,
            grad=varying(normal(), normal(std=1e-6), constant(0), choice(-3, 3)),
            hunts="a velocity kept inside, where the caller resumes from a saved one",
        ),
    ),
    laws=(
        Law(
            "the parameter moves by the velocity",
            lambda param, next_param, next_velocity, lr, form: (
                next_param - param - (next_velocity if form == "lr_inside" else -lr * next_velocity)
            ),
            hunts="a velocity handed back that is not the one the parameter moved by",
            where=lambda grad: np.isfinite(grad).all(),
        ),
        Law(
            "without momentum it is gradient descent",
            lambda param, next_param, grad, lr: next_param - param + lr * grad,
            hunts="an old velocity that acts though momentum is 0",
            where=lambda momentum: momentum == 0,
        ),
    ),
    rejects=(
        Reject("gradient of another shape", size=(3, 4), grad=of_shape((4,)), hunts="a gradient that broadcasts"),
        Reject("gradient transposed", size=(3, 4), grad=of_shape((4, 3)), hunts="as many elements in another shape"),
        Reject(
            "velocity transposed", size=(3, 4), velocity=of_shape((4, 3)), hunts="as many elements in another shape"
        ),
        Reject("velocity of another shape", size=(3, 4), velocity=of_shape((1, 4)), hunts="a velocity that broadcasts"),
        Reject("velocity of one number", size=(3, 4), velocity=of_shape(()), hunts="one velocity for every parameter"),
        Reject("negative rate", size=(3,), lr=-0.1, hunts="a learning rate below 0, which climbs"),
        Reject("negative momentum", size=(3,), momentum=-0.5, hunts="a momentum below 0, which moves back and forth"),
        Reject("momentum of one", size=(3,), momentum=1.0, hunts="a momentum of 1, which never slows down"),
        Reject("momentum above one", size=(3,), momentum=1.5, hunts="a momentum above 1, which diverges"),
    ),
    cost=Cost(flops=lambda size: 4 * np.prod(size), moved=lambda size, itemsize: 5 * itemsize * np.prod(size)),
    sizes=layer_sizes(),
    independent="*",
)
