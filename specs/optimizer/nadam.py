"""One step of Nadam: Adam with Nesterov's look-ahead.

    m ← β₁·m + (1 − β₁)·g
    v ← β₂·v + (1 − β₂)·g²             v̂ = v / (1 − β₂ᵗ)
    m̄ = µₜ₊₁·m / (1 − µ₁⋯µₜ₊₁) + (1 − µₜ)·g / (1 − µ₁⋯µₜ)
    θ ← θ − α·m̄ / (√v̂ + ε)            with µₜ = β₁, so that µ₁⋯µₜ = β₁ᵗ

θ is the parameter `param`, of any shape, and g its gradient `grad`; m and v are the running averages of g and g².
All four have one shape, and every element stands alone. α is the learning rate `lr` ≥ 0; 0 ≤ β₁ < 1 and 0 ≤ β₂ < 1 are
the weights of the old averages; ε is `eps` ≥ 0; t is `step`, the number of this step, which counts from 1. The results
are the new θ, m and v, the averages as they are, not corrected; the arguments are left as they were.

Where libraries differ:
    - The momentum µₜ of step t is a convention. Constant, β₁, as above. Slowly rising, β₁·(1 − ½·0.96^(t/250)), from
      half of β₁ to β₁ in thousands of steps. Or fast, β₁·(1 − ½·0.96^t), in a hundred. Libraries keep the product of
      the momenta as a state; here it is rebuilt from t. The average m itself is made with β₁ all the same.
    - What looks ahead is a convention. As above ("dozat"); or plainly (β₁·m + (1 − β₁)·g) / (1 − β₁ᵗ), which goes with
      the constant momentum only.
    - Dozat's Algorithm 2 makes m with µₜ, and has a factor β₂ before v̂ that no library has.
    - PyTorch's lr is 0.002 unless given; Keras takes ε = 1e-7.
    - Keras on TensorFlow keeps α, β₁ and β₂ in float32, whatever θ is: up to 3e-6 off where it is float64.

Edge cases: m and v start as zeros, and an element that has never had a gradient stays where it is, thanks to ε. With
ε = 0 it is 0/0 = NaN. With β₁ = 0 nothing looks ahead. An element whose gradient is 0 still moves by its average. A NaN
in the gradient spoils its own element, no other.

Dozat, Incorporating Nesterov Momentum into Adam, ICLR 2016 workshop, Algorithm 2; torch.optim.NAdam, PyTorch 2.13;
Ruder, An Overview of Gradient Descent Optimization Algorithms, arXiv:1609.04747, section 4.8.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Count,
    Law,
    Output,
    Primitive,
    Real,
    Tensor,
    constant,
    counting,
    given,
    normal,
    uniform,
)

from ._layers import layer_sizes
from ._usual import bounded_rejects, usual_cases, usual_rejects

FRESH = dict(m=constant(0), v=constant(0))
RUNNING = dict(m=normal(std=0.1), v=uniform(0.05, 0.8))
BY_HAND = dict(
    param=given([1.0]), grad=given([6.0]), m=given([0.0]), v=given([0.0]), step=1, lr=0.5, beta1=0.5, beta2=0.75
)

nadam = Primitive(
    title="One step of Nadam",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("m", draw=normal(std=0.1)), Tensor("v", draw=uniform(0.05, 0.8))),
    options=(
        Count("step", low=1),
        Real("lr", 1e-3, low=0),
        Real("beta1", 0.9, low=0, high=1, open_high=True),
        Real("beta2", 0.999, low=0, high=1, open_high=True),
        Real("eps", 1e-8, low=0),
    ),
    outputs=(Output("param"), Output("m"), Output("v")),
    conventions=(
        Convention(
            "schedule",
            "The momentum of step t",
            constant="β₁: Optax, Ruder's overview",
            slow="β₁·(1 − ½·0.96^(t/250)): Dozat, PyTorch",
            fast="β₁·(1 − ½·0.96^t): Keras, TensorFlow, PyTorch with momentum_decay=1",
        ),
        Convention(
            "lookahead",
            "What looks ahead",
            dozat="µₜ₊₁·m / (1 − µ₁⋯µₜ₊₁) + (1 − µₜ)·g / (1 − µ₁⋯µₜ): Dozat, PyTorch, Keras, Optax",
            plain="(β₁·m + (1 − β₁)·g) / (1 − β₁ᵗ): Ruder's overview and code written after it",
        ),
    ),
    excluded=({"schedule": "slow", "lookahead": "plain"}, {"schedule": "fast", "lookahead": "plain"}),
    cases=(
        Case("first step", size=(3, 4), **FRESH, step=1, hunts="a correction that is missing or off by one step"),
        Case("second step", size=(3, 4), **RUNNING, step=2, hunts="a correction that is right at the first step only"),
        Case("tenth step", size=(3, 4), **RUNNING, step=10, hunts="the product of the momenta, wrongly rebuilt"),
        Case("late step", size=(3, 4), **RUNNING, step=2000, hunts="corrections that never fade"),
        Case("other betas", size=(3, 4), **RUNNING, step=3, beta1=0.5, beta2=0.9, hunts="β₁ and β₂ exchanged"),
        Case("equal betas", size=(3, 4), **RUNNING, step=3, beta2=0.9, hunts="anything but β₁ and β₂ exchanged"),
        Case("no momentum", size=(3, 4), **RUNNING, step=3, beta1=0.0, hunts="a look-ahead though nothing is kept"),
        Case(
            "large rate", size=(3, 4), **RUNNING, step=4, lr=0.5, hunts="a rate that scales one of the two parts only"
        ),
        Case("large epsilon", size=(3, 4), **FRESH, step=1, eps=0.1, hunts="an ε inside the root, or uncorrected"),
        Case(
            "first step without epsilon",
            size=(3, 5),
            **FRESH,
            step=1,
            lr=0.01,
            eps=0.0,
            hunts="an ε that is built in, or a look-ahead that is missing",
        ),
        Case(
            "by hand",
            **BY_HAND,
            eps=2.0,
            when={"schedule": "constant", "lookahead": "dozat"},
            hunts="anything: m = 3, v̂ = 36, ½·3/(1 − ¼) + ½·6/(1 − ½) = 2 + 6, p = 1 − ½·8/(6 + 2) = ½",
        ),
        Case(
            "by hand, plain",
            **BY_HAND,
            eps=3.0,
            when={"lookahead": "plain"},
            hunts="anything: m = 3, v̂ = 36, (½·3 + ½·6)/½ = 9, p = 1 − ½·9/(6 + 3) = ½",
        ),
        *usual_cases(FRESH, RUNNING, counted=True),
        Case(
            "ten steps, steady gradient",
            size=(4, 3),
            **FRESH,
            steps=10,
            step=counting(1, 10),
            lr=0.05,
            grad=given([2.0, -0.5, 0.001]),
            hunts="steps whose length depends on the scale of the gradient",
        ),
    ),
    laws=(
        Law(
            "the first step has length lr·(1 + 2β₁)/(1 + β₁)",
            lambda param, next_param, lr, beta1: (
                abs(next_param - param) - lr * (1 + 2 * np.longdouble(beta1)) / (1 + np.longdouble(beta1))
            ),
            hunts="corrections: at the first step the two parts are β₁/(1 + β₁)·g and g",
            where=lambda step, eps, m, v, grad, schedule, lookahead: (
                (schedule, lookahead) == ("constant", "dozat")
                and step == 1
                and eps == 0
                and not m.any()
                and not v.any()
                and grad.all()
            ),
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
        *usual_rejects("m", "v", counted=True),
        *bounded_rejects(True, eps=(-1e-8,), beta1=(-0.1, 1.0), beta2=(-0.1, 1.0, 1.5)),
    ),
    cost=Cost(flops=lambda size: 14 * np.prod(size), moved=lambda size, itemsize: 7 * itemsize * np.prod(size)),
    sizes=layer_sizes(step=10),
    independent="*",
)
