"""One step of Lion: every element moves by the learning rate, against the sign of an average gradient.

    c = β₁·m + (1 − β₁)·g
    m ← β₂·m + (1 − β₂)·g              from the same old m
    θ ← θ − α·(sign(c) + λ·θ)

θ is the parameter `param`, of any shape, g its gradient `grad` and m the running average of g. All three have one shape,
and every element stands alone. α is the learning rate `lr` ≥ 0; 0 ≤ β₁ < 1 is the weight of the old m in the average
whose sign is taken, 0 ≤ β₂ < 1 that in the average which is kept; λ is `weight_decay` ≥ 0. The results are the new θ and
the new m; the arguments are left as they were. Nothing is corrected: m starts as zeros, and the sign does not mind.

Where libraries differ, it is in the defaults: the rate scales the decay everywhere. α is 1e-4 in the paper, 1e-3 in
Keras; λ is 0 in the paper's code and Keras, 1e-3 in Optax. PyTorch has no Lion. Keras on TensorFlow keeps α, β₁ and β₂
in float32, whatever θ is: up to 3e-6 off where it is float64.

Edge cases: sign(0) = 0, so an element that has never had a gradient only decays. An element whose gradient is 0 still
moves, by the sign of its average. However small or huge the gradient, the move is α. A NaN in the gradient spoils its
own element, no other: the sign of NaN is NaN.

Chen et al., Symbolic Discovery of Optimization Algorithms, NeurIPS 2023, arXiv:2302.06675, Algorithm 2.
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
    normal,
)

from ._layers import layer_sizes
from ._usual import FELT, bounded_rejects, usual_cases, usual_rejects

FRESH = dict(m=constant(0))
RUNNING = dict(m=normal(std=0.3))

lion = Primitive(
    title="One step of Lion",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("m", draw=normal(std=0.3))),
    options=(
        Real("lr", 1e-4, low=0),
        Real("beta1", 0.9, low=0, high=1, open_high=True),
        Real("beta2", 0.99, low=0, high=1, open_high=True),
        Real("weight_decay", 0.0, low=0),
    ),
    outputs=(Output("param"), Output("m")),
    cases=(
        Case("first step", size=(3, 4), **FRESH, hunts="a first step that is not lr long"),
        Case("second step", size=(4, 6), **RUNNING, hunts="a sign that is taken of the wrong average"),
        Case("large rate", size=(4, 6), **RUNNING, lr=0.5, hunts="a rate that is built in or applied twice"),
        Case("other betas", size=(4, 6), **RUNNING, lr=0.1, beta1=0.3, beta2=0.6, hunts="β₁ and β₂ exchanged"),
        Case(
            "equal betas",
            size=(4, 6),
            **RUNNING,
            lr=0.1,
            beta1=0.75,
            beta2=0.75,
            hunts="anything but β₁ and β₂ exchanged, or one average for both",
        ),
        Case(
            "no memory",
            size=(4, 6),
            **{**RUNNING, "grad": FELT},
            lr=0.1,
            beta1=0.0,
            beta2=0.0,
            hunts="an old m that acts all the same",
        ),
        Case(
            "decay",
            size=(4, 6),
            **RUNNING,
            lr=0.1,
            weight_decay=0.3,
            hunts="a decay that is left out, not scaled by the rate, or added to the gradient",
        ),
        Case(
            "decay alone",
            size=(3, 4),
            **FRESH,
            lr=0.1,
            weight_decay=0.3,
            grad=constant(0),
            hunts="a sign of 0 that is not 0, and a decay that needs a gradient",
        ),
        Case(
            "by hand",
            param=given([1.0, -2.0, 0.5]),
            grad=given([0.5, -1.0, 0.0]),
            m=given([-0.25, 2.0, 0.0]),
            lr=0.25,
            beta1=0.5,
            beta2=0.75,
            weight_decay=0.5,
            exact=True,
            hunts="anything: c = ⅛, ½ and 0, m = −1/16, 1¼ and 0, p = 1 − ¼·1½ = ⅝, −2 − ¼·0 and ½ − ¼·¼",
        ),
        *usual_cases(FRESH, RUNNING),
    ),
    laws=(
        Law(
            "without decay every move is lr long",
            lambda param, next_param, lr, grad, m: (abs(next_param - param) - lr) * ((grad != 0) | (m != 0)),
            hunts="a move by the average itself, whose length depends on the gradient's scale",
            where=lambda weight_decay, grad: weight_decay == 0 and np.isfinite(grad).all(),
        ),
        Law(
            "without history the move goes downhill",
            lambda param, next_param, grad: ((next_param - param) * np.sign(grad)).clip(min=0),
            hunts="a step along the gradient, which climbs",
            where=lambda m, weight_decay, grad: weight_decay == 0 and not m.any() and np.isfinite(grad).all(),
            exact=True,
        ),
    ),
    rejects=(
        *usual_rejects("m"),
        *bounded_rejects(beta1=(-0.1, 1.0), beta2=(-0.1, 1.0, 1.5), weight_decay=(-0.01,)),
    ),
    cost=Cost(flops=lambda size: 9 * np.prod(size), moved=lambda size, itemsize: 5 * itemsize * np.prod(size)),
    sizes=layer_sizes(),
    independent="*",
)
