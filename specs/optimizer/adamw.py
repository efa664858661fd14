"""One step of AdamW: Adam with a weight decay that its averages never see.

    m ← β₁·m + (1 − β₁)·g              m̂ = m / (1 − β₁ᵗ)
    v ← β₂·v + (1 − β₂)·g²             v̂ = v / (1 − β₂ᵗ)
    θ ← θ − α·λ·θ − α·m̂ / (√v̂ + ε)     with the old θ on the right

θ is the parameter `param`, of any shape, and g its gradient `grad`, without any decay in it; m and v are the running
averages of g and g². All four have one shape, and every element stands alone. α is the learning rate `lr` ≥ 0; λ is
`weight_decay` ≥ 0; 0 ≤ β₁ < 1 and 0 ≤ β₂ < 1 are the weights of the old averages; ε is `eps` ≥ 0; t is `step`, the
number of this step, which counts from 1. The results are the new θ, m and v, the averages as they are, not corrected;
the arguments are left as they were.

Where libraries differ:
    - Whether the learning rate scales the decay is a convention: α·λ·θ, as above, or λ·θ. The paper has λ·θ beside
      α·m̂/(√v̂ + ε), both times a schedule's multiplier ηₜ, which is 1 here.
    - λ is 0.01 in PyTorch, 0.004 in Keras' AdamW, 1e-4 in Optax. Keras takes ε = 1e-7 and adds it to the uncorrected
      root, as in its Adam; here ε stands where the paper has it.
    - Adam's own `weight_decay` in PyTorch adds λ·θ to the gradient (coupled): another method. Keras' `weight_decay` is
      decoupled in every optimizer.
    - Keras on TensorFlow keeps α, β₁ and β₂ in float32, whatever θ is: up to 3e-6 off where it is float64.

Edge cases: with λ = 0 it is Adam. An element whose gradient is 0 still shrinks, and moves by its average. α·λ > 1 would
turn signs; nothing forbids it. A NaN in the gradient spoils its own element, no other.

Loshchilov and Hutter, Decoupled Weight Decay Regularization, ICLR 2019, arXiv:1711.05101, Algorithm 2.
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

adamw = Primitive(
    title="One step of AdamW",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("m", draw=normal(std=0.1)), Tensor("v", draw=uniform(0.05, 0.8))),
    options=(
        Count("step", low=1),
        Real("lr", 1e-3, low=0),
        Real("beta1", 0.9, low=0, high=1, open_high=True),
        Real("beta2", 0.999, low=0, high=1, open_high=True),
        Real("eps", 1e-8, low=0),
        Real("weight_decay", 0.01, low=0),
    ),
    outputs=(Output("param"), Output("m"), Output("v")),
    conventions=(
        Convention(
            "decay",
            "Whether the learning rate scales the decay",
            lr_scaled="p − lr·λ·p: PyTorch, Keras, Optax",
            plain="p − λ·p: the paper, with a schedule multiplier of 1",
        ),
    ),
    cases=(
        Case("first step", size=(3, 4), **FRESH, step=1, hunts="bias correction missing, and a decay that is left out"),
        Case("second step", size=(3, 4), **RUNNING, step=2, hunts="a correction that is right at the first step only"),
        Case("tenth step", size=(3, 4), **RUNNING, step=10, hunts="a correction by 1 − β in place of 1 − βᵗ"),
        Case("other betas", size=(3, 4), **RUNNING, step=3, beta1=0.5, beta2=0.9, hunts="β₁ and β₂ exchanged"),
        Case(
            "strong decay",
            size=(3, 4),
            **RUNNING,
            step=4,
            lr=0.1,
            weight_decay=0.5,
            hunts="a decay that is built in, in the gradient, or divided by the root",
        ),
        Case("no decay", size=(3, 4), **RUNNING, step=4, lr=0.1, weight_decay=0.0, hunts="a decay that is built in"),
        Case(
            "rate of one",
            size=(3, 4),
            **RUNNING,
            step=4,
            lr=1.0,
            weight_decay=0.25,
            hunts="anything but how often the rate scales the decay, which is all the same here",
        ),
        Case("large epsilon", size=(3, 4), **FRESH, step=1, eps=0.1, hunts="an ε inside the root, or uncorrected"),
        Case(
            "by hand",
            param=given([1.0, -2.0]),
            grad=given([3.0, -7.0]),
            m=given([0.0, 0.0]),
            v=given([0.0, 0.0]),
            step=1,
            lr=0.5,
            beta1=0.5,
            beta2=0.75,
            eps=1.0,
            weight_decay=0.25,
            exact=True,
            hunts="anything: m̂ = g, √v̂ + 1 = 4 and 8, p = 1 − ⅛ − ⅜ = ½ and −2 + ¼ + 7/16; plain: 1 − ¼ − ⅜ = ⅜",
        ),
        *usual_cases(FRESH, RUNNING, counted=True),
        Case(
            "ten steps of decay alone",
            size=(4, 3),
            **FRESH,
            steps=10,
            step=counting(1, 10),
            lr=0.5,
            weight_decay=0.1,
            grad=constant(0),
            hunts="a decay that acts only where there is a gradient",
        ),
    ),
    laws=(
        Law(
            "without gradients the parameter shrinks by one factor",
            lambda param, next_param, lr, weight_decay, decay: (
                next_param - param * (1 - np.longdouble(weight_decay) * (lr if decay == "lr_scaled" else 1))
            ),
            hunts="a decay that goes through the averages, where its size is lost",
            where=lambda grad, m: grad.size > 0 and not grad.any() and not m.any(),
        ),
        Law(
            "v is the average of squared gradients",
            lambda v, next_v, grad, beta2: next_v - beta2 * v - (1 - np.longdouble(beta2)) * grad**2,
            hunts="a decay that got into the second moment",
            where=lambda grad: np.isfinite(grad).all(),
        ),
    ),
    rejects=(
        *usual_rejects("m", "v", counted=True),
        *bounded_rejects(True, eps=(-1e-8,), beta1=(-0.1, 1.0), beta2=(-0.1, 1.0, 1.5), weight_decay=(-0.01,)),
    ),
    cost=Cost(flops=lambda size: 14 * np.prod(size), moved=lambda size, itemsize: 7 * itemsize * np.prod(size)),
    sizes=layer_sizes(step=10),
    independent="*",
)
