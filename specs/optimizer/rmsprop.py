"""One step of RMSProp: the gradient, measured in units of its own recent size.

    s ← ρ·s + (1 − ρ)·g²
    θ ← θ − α·g / (√s + ε)

θ is the parameter `param`, of any shape, g its gradient `grad` and s the running average of its square `mean_square`.
All three have one shape, and every element stands alone. α is the learning rate `lr` ≥ 0, 0 ≤ ρ < 1 is `rho`, the
weight of the old average, ε is `eps` ≥ 0. The results are the new θ and the new s; the arguments are left as they were.

Where libraries differ:
    - Where ε stands is a convention: outside the root, √s + ε, or inside it, √(s + ε). With ε = 1e-7 the two differ
      where √s is of the size of √ε, 3e-4, or less.
    - What s starts with is a state, not a formula: zeros nearly everywhere, ones in TensorFlow 1.
    - ρ is 0.9 in Keras, TensorFlow and Optax; 0.99 in PyTorch, CS231n, Caffe and Deep Learning from Scratch. ε is 1e-7
      in Keras and Deep Learning from Scratch, 1e-8 in PyTorch, CS231n, Caffe and Optax, 1e-10 in TensorFlow 1.
    - α is 0.01 in PyTorch and Deep Learning from Scratch unless given, and 0.001 in Keras, as here.
    - Momentum on top of it and the centred form, √(s − mean²), are left out here: PyTorch and Keras have both. α is
      outside the velocity in PyTorch, inside it in Keras, TensorFlow 1 and Optax, whose sgd has it outside. ε is
      outside the centred root, √(s − mean²) + ε, in PyTorch, and inside it in Keras.
    - Keras on TensorFlow, TensorFlow 1 and Caffe keep α and ρ in float32, whatever θ is: up to 3e-6 off where it is
      float64.

Edge cases: s starts at zero and nothing corrects its bias, so the first step is α/√(1 − ρ) long, about three times
α for ρ = 0.9. An element that has never had a gradient stays where it is, thanks to ε; with ε = 0 it is 0/0 = NaN. An
element whose gradient is 0 does not move, but its average fades. A NaN in the gradient spoils its own element, no other.

Tieleman and Hinton, Lecture 6.5: RMSProp, Divide the Gradient by a Running Average of Its Recent Magnitude, Neural
Networks for Machine Learning, Coursera, 2012.
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
    Tensor,
    constant,
    given,
    normal,
    uniform,
    varying,
)

from ._layers import layer_sizes
from ._usual import FELT, bounded_rejects, usual_cases, usual_rejects

FRESH = dict(mean_square=constant(0))
RUNNING = dict(mean_square=uniform(0.1, 2.0))
BY_HAND = dict(param=given([1.0, -2.0]), rho=0.75, lr=0.5, exact=True)

rmsprop = Primitive(
    title="One step of RMSProp",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("mean_square", draw=uniform(0.1, 2.0))),
    options=(Real("lr", 1e-3, low=0), Real("rho", 0.9, low=0, high=1, open_high=True), Real("eps", 1e-7, low=0)),
    outputs=(Output("param"), Output("mean_square")),
    conventions=(
        Convention(
            "epsilon",
            "Where ε stands",
            outside="√s + ε: PyTorch, Caffe, Chainer, CS231n, Deep Learning from Scratch",
            inside="√(s + ε): Keras, TensorFlow, Optax (eps_in_sqrt=True, its default)",
        ),
    ),
    cases=(
        Case("first step", size=(3, 4), **FRESH, hunts="a first step that is not lr/√(1 − ρ) long"),
        Case("second step", size=(3, 4), **RUNNING, hunts="an average that is forgotten, or taken in too late"),
        Case("large rate", size=(3, 4), **RUNNING, lr=0.5, hunts="a rate that is built in or applied twice"),
        Case("longer memory", size=(3, 4), **RUNNING, rho=0.99, hunts="a ρ that is built in"),
        Case(
            "half the weight",
            size=(3, 4),
            **RUNNING,
            rho=0.5,
            hunts="anything but ρ and 1 − ρ exchanged, which are the same here",
        ),
        Case(
            "no memory",
            size=(3, 4),
            **{**RUNNING, "grad": FELT},
            rho=0.0,
            hunts="a ρ of 0 that is taken for one not given",
        ),
        Case("large epsilon", size=(3, 4), **FRESH, eps=0.1, hunts="the place of ε, which the default hides"),
        Case("large epsilon, running", size=(3, 4), **RUNNING, eps=0.1, hunts="an ε that is squared or averaged"),
        Case("first step without epsilon", size=(3, 5), **FRESH, eps=0.0, hunts="an ε that is built in"),
        Case(
            "by hand, epsilon outside",
            **BY_HAND,
            grad=given([6.0, -2.0]),
            mean_square=given([0.0, 64.0]),
            eps=1.0,
            when={"epsilon": "outside"},
            hunts="anything: s = ¼·36 = 9 and ¾·64 + ¼·4 = 49, p = 1 − ½·6/(3 + 1) and −2 + ½·2/(7 + 1)",
        ),
        Case(
            "by hand, epsilon inside",
            **BY_HAND,
            grad=given([6.0, -6.0]),
            mean_square=given([0.0, 64.0]),
            eps=7.0,
            when={"epsilon": "inside"},
            hunts="anything: s = ¼·36 = 9 and ¾·64 + 9 = 57, p = 1 − ½·6/√(9 + 7) and −2 + ½·6/√(57 + 7)",
        ),
        *usual_cases(FRESH, RUNNING),
        Case(
            "ten steps, huge gradients between",
            size=(4, 3),
            **FRESH,
            steps=10,
            grad=varying(normal(), normal(std=1e12), normal(), constant(0)),
            hunts="an average that forgets one huge gradient too soon or too late",
        ),
    ),
    laws=(
        Law(
            "the average is one of squares",
            lambda mean_square, next_mean_square, grad, rho: next_mean_square - rho * mean_square - (1 - rho) * grad**2,
            hunts="an average whose weights do not add up to 1, or one of anything but squares",
            where=lambda grad: np.isfinite(grad).all(),
        ),
        Law(
            "the first step has length lr / √(1 − ρ)",
            lambda param, next_param, lr, rho: abs(next_param - param) - lr / np.sqrt(1 - np.longdouble(rho)),
            hunts="a divisor that is not the root of the average",
            where=lambda eps, mean_square, grad: eps == 0 and not mean_square.any() and grad.all(),
        ),
        Law(
            "a rate of zero moves nothing",
            lambda param, next_param: next_param - param,
            hunts="a move that the learning rate does not scale",
            where=lambda lr: lr == 0,
            exact=True,
        ),
    ),
    rejects=(*usual_rejects("mean_square"), *bounded_rejects(eps=(-1e-8,), rho=(-0.1, 1.0, 1.5))),
    cost=Cost(flops=lambda size: 9 * np.prod(size), moved=lambda size, itemsize: 5 * itemsize * np.prod(size)),
    sizes=layer_sizes(),
    independent="*",
)
