"""One step of Adadelta: moves that have the unit of the parameter, and need no learning rate.

    s ← ρ·s + (1 − ρ)·g²
    Δ = √(d + ε) / √(s + ε) · g
    d ← ρ·d + (1 − ρ)·Δ²
    θ ← θ − α·Δ

θ is the parameter `param`, of any shape, and g its gradient `grad`; s is the running average of the squared gradient,
`mean_square`, and d that of the squared moves, `mean_square_delta`. All four have one shape, and every element stands
alone. α is the learning rate `lr` ≥ 0, which is 1 in the paper; 0 ≤ ρ < 1 is `rho`, the weight of the old averages; ε is
`eps` ≥ 0. The results are the new θ, s and d; the arguments are left as they were. The d above the line is the old one,
of the moves before this: this move is not known yet.

Where libraries differ, it is in the defaults:
    - α is 1 in PyTorch and the paper, 0.001 in Keras, where it is a thousand times too small for the method.
    - ρ is 0.9 in PyTorch and Optax, 0.95 in Keras and Chainer; in Caffe it is the solver's momentum.
    - ε is 1e-6 in PyTorch, Optax and Chainer, 1e-7 in Keras, 1e-8 in TensorFlow 1 and Caffe. It sets how long the first
      moves are, √ε / √(1 − ρ), and so how many steps it takes to get going.
    - All average the moves before α scales them.
    - Keras on TensorFlow, TensorFlow 1 and Caffe keep α and ρ in float32, whatever θ is: up to 3e-6 off where it is
      float64.

Edge cases: s and d start as zeros; ε alone gets the first move going, and with ε = 0 it is 0·g or 0/0. An element whose
gradient is 0 does not move, but its averages fade. A NaN in the gradient spoils its own element, no other.

Zeiler, ADADELTA: An Adaptive Learning Rate Method, arXiv:1212.5701, Algorithm 1.
"""

import numpy as np

from primcheck.spec import (
    Case,
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
from ._usual import FELT, bounded_rejects, usual_cases, usual_rejects

FRESH = dict(mean_square=constant(0), mean_square_delta=constant(0))
RUNNING = dict(mean_square=uniform(0.1, 2.0), mean_square_delta=uniform(0.01, 0.2))

adadelta = Primitive(
    title="One step of Adadelta",
    inputs=(
        Tensor("param"),
        Tensor("grad"),
        Tensor("mean_square", draw=uniform(0.1, 2.0)),
        Tensor("mean_square_delta", draw=uniform(0.01, 0.2)),
    ),
    options=(Real("lr", 1.0, low=0), Real("rho", 0.9, low=0, high=1, open_high=True), Real("eps", 1e-6, low=0)),
    outputs=(Output("param"), Output("mean_square"), Output("mean_square_delta")),
    cases=(
        Case("first step", size=(3, 4), **FRESH, hunts="an ε that is missing above the line, so that nothing moves"),
        Case("second step", size=(3, 4), **RUNNING, hunts="the two roots exchanged, or an average taken too late"),
        Case("small rate", size=(3, 4), **RUNNING, lr=0.125, hunts="a rate that gets into the average of the moves"),
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
        Case("large epsilon", size=(3, 4), **FRESH, eps=0.1, hunts="an ε outside the roots"),
        Case("no epsilon", size=(3, 5), **RUNNING, eps=0.0, hunts="an ε that is built in"),
        Case(
            "by hand",
            param=given([1.0, -2.0]),
            grad=given([4.0, -8.0]),
            mean_square=given([0.0, 48.0]),
            mean_square_delta=given([52.0, 4.0]),
            lr=0.5,
            rho=0.75,
            eps=12.0,
            exact=True,
            hunts="anything: s = 4 and 52, Δ = √64/√16·4 = 8 and −√16/√64·8 = −4, d = 55 and 7, p = −3 and 0",
        ),
        *usual_cases(FRESH, RUNNING, lr=1.0),
        Case(
            "ten steps, steady gradient",
            size=(4, 3),
            **FRESH,
            steps=10,
            grad=given([2.0, -0.5, 0.125]),
            hunts="moves that do not get going",
        ),
    ),
    laws=(
        Law(
            "the average is one of squared gradients",
            lambda mean_square, next_mean_square, grad, rho: (
                next_mean_square - rho * mean_square - (1 - np.longdouble(rho)) * grad**2
            ),
            hunts="an average whose weights do not add up to 1, or one of anything but squares",
            where=lambda grad: np.isfinite(grad).all(),
        ),
        Law(
            "what is remembered of the moves does not hang on the rate",
            lambda param, next_param, mean_square_delta, next_mean_square_delta, lr, rho: (
                next_mean_square_delta
                - rho * mean_square_delta
                - (1 - np.longdouble(rho)) * ((param - next_param) / lr) ** 2
            ),
            hunts="moves that are averaged with the learning rate in them",
            where=lambda grad, lr: lr > 0 and grad.size > 0 and np.isfinite(grad).all() and abs(grad).max() < 100,
        ),
        Law(
            "a rate of zero moves nothing",
            lambda param, next_param: next_param - param,
            hunts="a move that the learning rate does not scale",
            where=lambda lr: lr == 0,
            exact=True,
        ),
    ),
    rejects=(
        *usual_rejects("mean_square", "mean_square_delta"),
        *bounded_rejects(eps=(-1e-8,), rho=(-0.1, 1.0, 1.5)),
    ),
    cost=Cost(flops=lambda size: 13 * np.prod(size), moved=lambda size, itemsize: 7 * itemsize * np.prod(size)),
    sizes=layer_sizes(),
    independent="*",
)
