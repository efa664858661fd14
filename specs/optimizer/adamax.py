"""One step of AdaMax: the average gradient, measured in units of the largest gradient it can remember.

    m ← β₁·m + (1 − β₁)·g              m̂ = m / (1 − β₁ᵗ)
    u ← max(β₂·u, |g| + ε)
    θ ← θ − α·m̂ / u

θ is the parameter `param`, of any shape, and g its gradient `grad`; m is the running average of g, u the largest |g| so
far, which fades. All four have one shape, and every element stands alone. α is the learning rate `lr` ≥ 0; 0 ≤ β₁ < 1
is the weight of the old m, 0 ≤ β₂ < 1 what is left of the old u; ε is `eps` ≥ 0; t is `step`, the number of this step,
which counts from 1. The results are the new θ, m (not corrected) and u; the arguments are left as they were. u needs no
correction: it is not an average, and at the first step it is |g| already.

Where libraries differ:
    - Where ε stands is a convention. The paper has none. In the maximum, as above; or added to the divisor:
      u ← max(β₂·u, |g|), α·m̂ / (u + ε). The u handed back differs too.
    - Keras takes lr 0.001 and ε 1e-7, the paper lr 0.002, PyTorch lr 0.002 and ε 1e-8. Optax has no default for lr.
    - Keras on TensorFlow keeps α, β₁ and β₂ in float32, whatever θ is: up to 3e-6 off where it is float64.

Edge cases: m and u start as zeros, and an element that has never had a gradient stays where it is, thanks to ε; with
ε = 0 it is 0/0 = NaN. At t = 1, from zeros and with ε = 0, every element moves by exactly α against its gradient's sign.
An element whose gradient is 0 still moves by its average. A NaN in the gradient spoils its own element, no other: the
maximum of a NaN and a number is NaN.

Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, arXiv:1412.6980, Algorithm 2.
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
    varying,
)

from ._layers import layer_sizes
from ._usual import FELT, bounded_rejects, usual_cases, usual_rejects

FRESH = dict(m=constant(0), u=constant(0))
RUNNING = dict(m=normal(std=0.1), u=uniform(0.2, 1.5))

adamax = Primitive(
    title="One step of AdaMax",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("m", draw=normal(std=0.1)), Tensor("u", draw=uniform(0.2, 1.5))),
    options=(
        Count("step", low=1),
        Real("lr", 2e-3, low=0),
        Real("beta1", 0.9, low=0, high=1, open_high=True),
        Real("beta2", 0.999, low=0, high=1, open_high=True),
        Real("eps", 1e-8, low=0),
    ),
    outputs=(Output("param"), Output("m"), Output("u")),
    conventions=(
        Convention(
            "epsilon",
            "Where ε stands",
            in_maximum="u = max(β₂u, |g| + ε): PyTorch, Optax",
            in_denominator="m̂ / (u + ε): Keras, TensorFlow",
        ),
    ),
    cases=(
        Case("first step", size=(3, 4), **FRESH, step=1, hunts="bias correction missing, or made for u as well"),
        Case("second step", size=(3, 4), **RUNNING, step=2, hunts="a correction that is right at the first step only"),
        Case("tenth step", size=(3, 4), **RUNNING, step=10, hunts="a sum or an average where the maximum belongs"),
        Case("late step", size=(3, 4), **RUNNING, step=5000, hunts="a correction that never fades"),
        Case("other betas", size=(3, 4), **RUNNING, step=3, beta1=0.5, beta2=0.9, hunts="β₁ and β₂ exchanged"),
        Case("no momentum", size=(3, 4), **RUNNING, step=3, beta1=0.0, hunts="a β₁ of 0 that is taken for not given"),
        Case(
            "no memory",
            size=(3, 4),
            **{**RUNNING, "grad": FELT},
            step=3,
            beta1=0.0,
            beta2=0.0,
            hunts="an old u that acts though β₂ is 0",
        ),
        Case(
            "history wins",
            size=(3, 4),
            m=normal(std=0.1),
            u=uniform(5.0, 9.0),
            step=7,
            beta2=0.9,
            hunts="an old maximum that does not fade where it is the larger",
        ),
        Case("large epsilon", size=(3, 4), **FRESH, step=1, eps=0.1, hunts="the place of ε, which the default hides"),
        Case("large epsilon, running", size=(3, 4), **RUNNING, step=4, eps=0.25, hunts="an ε in the wrong place"),
        Case(
            "first step without epsilon",
            size=(3, 5),
            **FRESH,
            step=1,
            eps=0.0,
            hunts="an ε that is built in, and any first step that is not lr long",
        ),
        Case(
            "by hand",
            param=given([1.0, -2.0]),
            grad=given([3.0, -7.0]),
            m=given([0.0, 0.0]),
            u=given([0.0, 0.0]),
            step=1,
            lr=0.5,
            beta1=0.5,
            beta2=0.75,
            eps=1.0,
            exact=True,
            hunts="anything: m̂ = g; p = 1 − ½·3/4 and −2 + ½·7/8; u = 4 and 8, or 3 and 7 with ε in the denominator",
        ),
        *usual_cases(FRESH, RUNNING, counted=True),
        Case(
            "ten steps, huge gradients between",
            size=(4, 3),
            **FRESH,
            steps=10,
            step=counting(1, 10),
            lr=0.05,
            grad=varying(normal(), normal(std=1e12), normal(), constant(0)),
            hunts="a maximum that forgets one huge gradient too soon or too late",
        ),
    ),
    laws=(
        Law(
            "the first step has length lr",
            lambda param, next_param, lr: abs(next_param - param) - lr,
            hunts="bias correction: without it the first step is not lr long",
            where=lambda step, eps, m, u, grad: step == 1 and eps == 0 and not m.any() and not u.any() and grad.all(),
        ),
        Law(
            "the maximum is never below the gradient",
            lambda next_u, grad: (next_u - abs(grad)).clip(max=0),
            hunts="a u that is an average, or keeps the gradient's sign",
            where=lambda grad: np.isfinite(grad).all(),
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
        *usual_rejects("m", "u", counted=True),
        *bounded_rejects(True, eps=(-1e-8,), beta1=(-0.1, 1.0), beta2=(-0.1, 1.0, 1.5)),
    ),
    cost=Cost(flops=lambda size: 9 * np.prod(size), moved=lambda size, itemsize: 7 * itemsize * np.prod(size)),
    sizes=layer_sizes(step=10),
    independent="*",
)
