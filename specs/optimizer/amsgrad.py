"""One step of AMSGrad: Adam whose divisor never shrinks.

    m ← β₁·m + (1 − β₁)·g              m̂ = m / (1 − β₁ᵗ)
    v ← β₂·v + (1 − β₂)·g²
    v_max ← max(v_max, v)              v̂ = v_max / (1 − β₂ᵗ)
    θ ← θ − α·m̂ / (√v̂ + ε)

θ is the parameter `param`, of any shape, and g its gradient `grad`; m and v are the running averages of g and g², and
`v_max` is the largest v so far. All five have one shape, and every element stands alone. α is the learning rate `lr`
≥ 0; 0 ≤ β₁ < 1 and 0 ≤ β₂ < 1 are the weights of the old averages; ε is `eps` ≥ 0; t is `step`, the number of this step,
which counts from 1. The results are the new θ, m, v and v_max, the averages as they are; the arguments are left as they
were.

Where libraries differ:
    - Which second moment is the largest is a convention: of v as it is, the maximum being corrected, as above; or of the
      corrected v / (1 − β₂ᵗ), which is then used, and handed back, as it is. The correction falls from step to step, so
      the second remembers the first gradients for longer.
    - The paper corrects neither moment. Here both are, as in every library.
    - PyTorch and Keras have it as Adam's `amsgrad=True`; Keras adds ε = 1e-7 to the uncorrected root, as in its Adam.
    - Keras on TensorFlow keeps α, β₁ and β₂ in float32, whatever θ is: up to 3e-6 off where it is float64.

Edge cases: m, v and v_max start as zeros, and an element that has never had a gradient stays where it is, thanks to ε.
With ε = 0 it is 0/0 = NaN. As long as v grows it is Adam. A NaN in the gradient spoils its own element, no other, and
for good: the maximum of a NaN and a number is NaN.

Reddi, Kale and Kumar, On the Convergence of Adam and Beyond, ICLR 2018, arXiv:1904.09237, Algorithm 2; torch.optim.Adam
and optax.scale_by_amsgrad.
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

FRESH = dict(m=constant(0), v=constant(0), v_max=constant(0))
RUNNING = dict(m=normal(std=0.1), v=uniform(0.05, 0.8), v_max=uniform(0.05, 1.2))

amsgrad = Primitive(
    title="One step of AMSGrad",
    inputs=(
        Tensor("param"),
        Tensor("grad"),
        Tensor("m", draw=normal(std=0.1)),
        Tensor("v", draw=uniform(0.05, 0.8)),
        Tensor("v_max", draw=uniform(0.05, 1.2)),
    ),
    options=(
        Count("step", low=1),
        Real("lr", 1e-3, low=0),
        Real("beta1", 0.9, low=0, high=1, open_high=True),
        Real("beta2", 0.999, low=0, high=1, open_high=True),
        Real("eps", 1e-8, low=0),
    ),
    outputs=(Output("param"), Output("m"), Output("v"), Output("v_max")),
    conventions=(
        Convention(
            "maximum_of",
            "Which second moment is the largest",
            raw="v as it is, and the maximum is corrected: PyTorch, Keras, TensorFlow",
            corrected="v / (1 − β₂ᵗ): Optax",
        ),
    ),
    cases=(
        Case("first step", size=(3, 4), **FRESH, step=1, hunts="bias correction missing, or counted from 0 or 2"),
        Case("second step", size=(3, 4), **RUNNING, step=2, hunts="a correction that is right at the first step only"),
        Case("tenth step", size=(3, 4), **RUNNING, step=10, beta2=0.9, hunts="a maximum that is not used or not kept"),
        Case(
            "history wins",
            size=(3, 4),
            m=normal(std=0.1),
            v=uniform(0.05, 0.8),
            v_max=uniform(20.0, 90.0),
            step=50,
            beta2=0.9,
            hunts="an old maximum that fades or is lost where it is the larger",
        ),
        Case(
            "present wins",
            size=(3, 4),
            m=normal(std=0.1),
            v=uniform(2.0, 8.0),
            v_max=uniform(0.05, 1.0),
            step=50,
            beta2=0.9,
            hunts="a second moment that enters the maximum one step late",
        ),
        Case("other betas", size=(3, 4), **RUNNING, step=3, beta1=0.5, beta2=0.75, hunts="β₁ and β₂ exchanged"),
        Case(
            "no memory",
            size=(3, 4),
            **{**RUNNING, "grad": FELT},
            step=3,
            beta1=0.0,
            beta2=0.0,
            hunts="a maximum of v that β₂ = 0 ends",
        ),
        Case("large rate", size=(3, 4), **RUNNING, step=4, lr=0.5, hunts="a rate that is built in or applied twice"),
        Case("large epsilon", size=(3, 4), **FRESH, step=1, eps=0.1, hunts="an ε inside the root, or uncorrected"),
        Case(
            "by hand",
            param=given([1.0, -2.0]),
            grad=given([6.0, -6.0]),
            m=given([0.0, 0.0]),
            v=given([0.0, 0.0]),
            v_max=given([0.0, 196.0]),
            step=1,
            lr=0.5,
            beta1=0.5,
            beta2=0.75,
            eps=2.0,
            hunts="anything: v̂ = 36 and 4·196, or 196 where the corrected one is compared; p = 1 − ½·6/(6 + 2)",
        ),
        Case(
            "NaN in the maximum",
            size=(3,),
            **{**RUNNING, "v_max": given([0.5, float("nan"), 1.5])},
            step=4,
            hunts="a NaN in v_max that is forgotten: the maximum of a NaN and a number is NaN",
        ),
        *usual_cases(FRESH, RUNNING, counted=True),
        Case(
            "ten steps, huge gradients between",
            size=(4, 3),
            **FRESH,
            steps=10,
            step=counting(1, 10),
            lr=0.05,
            beta2=0.9,
            grad=varying(normal(), normal(std=1e6), normal(), constant(0)),
            hunts="a maximum that forgets one huge gradient",
        ),
    ),
    laws=(
        Law(
            "the maximum never falls",
            lambda v_max, next_v_max: (next_v_max - v_max).clip(max=0),
            hunts="an old maximum that is lost",
            where=lambda grad: np.isfinite(grad).all(),
            exact=True,
        ),
        Law(
            "the maximum is never below the second moment",
            lambda next_v, next_v_max: (next_v_max - next_v).clip(max=0),
            hunts="a maximum of something else than v",
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
        *usual_rejects("m", "v", "v_max", counted=True),
        *bounded_rejects(True, eps=(-1e-8,), beta1=(-0.1, 1.0), beta2=(-0.1, 1.0, 1.5)),
    ),
    cost=Cost(flops=lambda size: 13 * np.prod(size), moved=lambda size, itemsize: 9 * itemsize * np.prod(size)),
    sizes=layer_sizes(step=10),
    independent="*",
)
