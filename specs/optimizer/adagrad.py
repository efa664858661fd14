"""One step of AdaGrad: the gradient, measured in units of all the gradients so far.

    a ← a + g²
    θ ← θ − α·g / (√a + ε)

θ is the parameter `param`, of any shape, g its gradient `grad` and a the sum of its squared gradients `accumulator`.
All three have one shape, and every element stands alone. α is the learning rate `lr` ≥ 0, ε is `eps` ≥ 0. The results
are the new θ and the new a; the arguments are left as they were. An element that has had k equal gradients moves by
α/√k: steps only ever get shorter, the sooner the larger the gradients are.

Where libraries differ:
    - Where ε stands is a convention: outside the root, √a + ε, or inside it, √(a + ε). With ε = 1e-7 the two differ
      where √a is of the size of √ε, 3e-4, or less.
    - What a starts with is a state, not a formula: zeros in PyTorch, Caffe, CS231n and Deep Learning from Scratch, 0.1
      in Keras, TensorFlow and Optax, whose first steps are shorter for small gradients.
    - ε is 1e-7 in Keras, Optax and Deep Learning from Scratch, 1e-8 in Caffe, Chainer and CS231n, 1e-10 in PyTorch;
      TensorFlow 1 has none and relies on its 0.1.
    - α is 0.01 in PyTorch unless given, as here, and 0.001 in Keras.
    - Keras on TensorFlow, TensorFlow 1 and Caffe keep α in float32, whatever θ is: up to 3e-6 off where it is
      float64.
    - PyTorch's `lr_decay`, which divides α by 1 + (t − 1)·decay, is left out here.

Edge cases: an element that has never had a gradient stays where it is, thanks to ε; with ε = 0 it is 0/0 = NaN. At the
first step from zeros and with ε = 0 every element moves by exactly α against its gradient's sign. An element whose
gradient is 0 does not move. A NaN in the gradient spoils its own element, no other.

Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR 12 (2011),
2121–2159, eq. (1) with the diagonal of G.
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
    uniform,
)

from ._layers import layer_sizes
from ._usual import bounded_rejects, usual_cases, usual_rejects

FRESH = dict(accumulator=constant(0))
RUNNING = dict(accumulator=uniform(0.1, 2.0))

adagrad = Primitive(
    title="One step of AdaGrad",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("accumulator", draw=uniform(0.1, 2.0))),
    options=(Real("lr", 0.01, low=0), Real("eps", 1e-7, low=0)),
    outputs=(Output("param"), Output("accumulator")),
    conventions=(
        Convention(
            "epsilon",
            "Where ε stands",
            outside="√a + ε: PyTorch, Caffe, Chainer, CS231n, Deep Learning from Scratch",
            inside="√(a + ε): Keras, Optax",
        ),
    ),
    cases=(
        Case("first step", size=(3, 4), **FRESH, hunts="a step that is not lr long"),
        Case("second step", size=(3, 4), **RUNNING, hunts="a sum that is forgotten, faded or added too late"),
        Case("large rate", size=(3, 4), **RUNNING, lr=0.5, hunts="a rate that is built in, applied twice or cancelled"),
        Case("large epsilon", size=(3, 4), **FRESH, eps=0.1, hunts="the place of ε, which the default hides"),
        Case("large epsilon, running", size=(3, 4), **RUNNING, eps=0.1, hunts="an ε that is squared or accumulated"),
        Case(
            "first step without epsilon",
            size=(3, 5),
            **FRESH,
            eps=0.0,
            hunts="an ε that is built in, and any first step that is not lr long",
        ),
        Case(
            "by hand, epsilon outside",
            param=given([1.0, -2.0]),
            grad=given([3.0, -12.0]),
            accumulator=given([16.0, 25.0]),
            lr=0.5,
            eps=3.0,
            exact=True,
            when={"epsilon": "outside"},
            hunts="anything: a = 16 + 9 = 25 and 25 + 144 = 169, p = 1 − ½·3/(5 + 3) and −2 + ½·12/(13 + 3)",
        ),
        Case(
            "by hand, epsilon inside",
            param=given([1.0, -2.0]),
            grad=given([4.0, -6.0]),
            accumulator=given([20.0, 192.0]),
            lr=0.5,
            eps=28.0,
            exact=True,
            when={"epsilon": "inside"},
            hunts="anything: a = 20 + 16 = 36 and 192 + 36 = 228, p = 1 − ½·4/√64 and −2 + ½·6/√256",
        ),
        *usual_cases(FRESH, RUNNING),
        Case(
            "ten steps, steady gradient",
            size=(4, 3),
            **FRESH,
            steps=10,
            grad=given([2.0, -0.5, 0.001]),
            hunts="steps that do not shrink like lr/√k along a steady gradient",
        ),
    ),
    laws=(
        Law(
            "the sum grows by the square",
            lambda accumulator, next_accumulator, grad: next_accumulator - accumulator - grad**2,
            hunts="a sum that fades, or one that holds more than squares",
            where=lambda grad: np.isfinite(grad).all(),
        ),
        Law(
            "the first step has length lr",
            lambda param, next_param, lr: abs(next_param - param) - lr,
            hunts="a divisor that is not the size of the gradient",
            where=lambda eps, accumulator, grad: eps == 0 and not accumulator.any() and grad.all(),
        ),
        Law(
            "a rate of zero moves nothing",
            lambda param, next_param: next_param - param,
            hunts="a move that the learning rate does not scale",
            where=lambda lr: lr == 0,
            exact=True,
        ),
    ),
    rejects=(*usual_rejects("accumulator"), *bounded_rejects(eps=(-1e-8,))),
    cost=Cost(flops=lambda size: 7 * np.prod(size), moved=lambda size, itemsize: 5 * itemsize * np.prod(size)),
    sizes=layer_sizes(),
    independent="*",
)
