"""One step of Adam: the average gradient, measured in units of the gradient's usual size.

    m ← β₁·m + (1 − β₁)·g              m̂ = m / (1 − β₁ᵗ)
    v ← β₂·v + (1 − β₂)·g²             v̂ = v / (1 − β₂ᵗ)
    θ ← θ − α·m̂ / (√v̂ + ε)

θ is the parameter `param`, of any shape, and g its gradient `grad`; m and v are the running averages of g and g².
All four have one shape, and every element stands alone. α is the learning rate `lr` ≥ 0; 0 ≤ β₁ < 1 and 0 ≤ β₂ < 1 are
the weights of the old averages; ε is `eps` ≥ 0; t is `step`, the number of this step, which counts from 1. The results
are the new θ, m and v, the averages as they are, not corrected; the arguments are left as they were.

Where libraries differ:
    - Where ε stands is a convention. Outside the root, √v̂ + ε, in Algorithm 1 of the paper. Inside it, √(v̂ + ε). Or
      added to the root of the uncorrected v, α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε): the ε̂ ("hat") of the paper's last lines
      before section 2.1. With ε = 1e-8 and ordinary gradients the three can hardly be told apart; where √v̂ ≈ ε they can.
    - Keras and Deep Learning from Scratch take ε = 1e-7 where others take 1e-8; in Caffe β₁ is the solver's momentum,
      which is 0 unless set. Here the defaults are the paper's.
    - Weight decay is left out here: PyTorch's `weight_decay` adds λ·θ to g, Keras' takes α·λ·θ off θ, as AdamW does.
    - Keras on TensorFlow, TensorFlow 1 and Caffe keep α, β₁ and β₂ in float32, whatever θ is: up to 3e-6 off where
      it is float64.
    - CS231n keeps t in `config["t"]` and raises it before it is used: the first t is 1 there too. Its handout of 2017
      starts that at 1, so that the first t is 2.

Edge cases: m and v start as zeros, and an element that has never had a gradient stays where it is, thanks to ε. With
ε = 0 such an element is 0/0 = NaN. At t = 1, from zeros and with ε = 0, every element moves by exactly α against its
gradient's sign. An element whose gradient is 0 still moves by its average. A NaN in the gradient spoils its own
element, no other.

Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, arXiv:1412.6980, Algorithm 1 and section 2.
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
    Reject,
    Tensor,
    choice,
    constant,
    counting,
    each,
    given,
    mostly,
    normal,
    of_shape,
    uniform,
    varying,
)

from ._layers import layer_sizes

FRESH = dict(size=(3, 4), m=constant(0), v=constant(0), step=1)
RUNNING = dict(size=(3, 4), m=normal(std=0.1), v=uniform(0.001, 0.02), step=42)
TEN_STEPS = dict(size=(4, 3), m=constant(0), v=constant(0), steps=10, step=counting(1, 10))
BY_HAND = dict(
    param=given([1.0, -2.0]),
    m=given([0.0, 0.0]),
    v=given([0.0, 0.0]),
    step=1,
    lr=0.125,
    beta1=0.5,
    beta2=0.75,
    exact=True,
)

adam = Primitive(
    title="One step of Adam",
    inputs=(Tensor("param"), Tensor("grad"), Tensor("m"), Tensor("v", draw=uniform(0.001, 0.02))),
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
            "epsilon",
            "Where ε stands",
            outside="√v̂ + ε: the paper's Algorithm 1, PyTorch, Optax, CS231n",
            inside="√(v̂ + ε): some courses, Optax's eps_root",
            hat="√v + ε before the correction: Keras, TensorFlow, Caffe, Chainer, Deep Learning from Scratch",
        ),
    ),
    cases=(
        Case("first step", **FRESH, hunts="bias correction missing, or counted from 0 or 2 in place of 1"),
        Case("second step", **{**RUNNING, "step": 2}, hunts="a correction that is right at the first step only"),
        Case("tenth step", **{**RUNNING, "step": 10}, hunts="a correction by 1 − β in place of 1 − βᵗ"),
        Case("late step", **{**RUNNING, "step": 5000}, hunts="a correction that never fades"),
        Case("large rate", **{**RUNNING, "lr": 0.5}, hunts="a learning rate that is ignored or applied twice"),
        Case("rate of zero", **{**RUNNING, "lr": 0.0}, hunts="averages that do not move when the parameter may not"),
        Case(
            "other betas", **{**RUNNING, "step": 3, "beta1": 0.5, "beta2": 0.9}, hunts="β₁ and β₂ exchanged or built in"
        ),
        Case(
            "equal betas",
            **{**RUNNING, "step": 3, "beta1": 0.9, "beta2": 0.9},
            hunts="anything but β₁ and β₂ exchanged",
        ),
        Case("no momentum", **{**RUNNING, "beta1": 0.0}, hunts="β₁ used where β₂ belongs"),
        Case(
            "no memory",
            **{**RUNNING, "grad": uniform(0.5, 2.0), "beta1": 0.0, "beta2": 0.0},
            hunts="a β of 0 that is taken for one not given",
        ),
        Case("large epsilon", **{**FRESH, "eps": 0.1}, hunts="the place of ε, which the default hides"),
        Case(
            "large epsilon, running", **{**RUNNING, "eps": 0.1}, hunts="an ε that is corrected, squared or accumulated"
        ),
        Case(
            "gradient as small as epsilon",
            **{**FRESH, "grad": normal(std=1e-8)},
            hunts="ε inside the root or before the correction: visible where √v̂ ≈ ε",
        ),
        Case(
            "first step without epsilon",
            **{**FRESH, "size": (3, 5), "eps": 0.0, "lr": 0.01},
            hunts="an ε that is built in, and any first step that is not lr long",
        ),
        Case(
            "zero gradient", **{**RUNNING, "grad": constant(0)}, hunts="moments that stop moving when the gradient is 0"
        ),
        Case(
            "zero gradient, fresh state",
            **{**FRESH, "grad": constant(0)},
            exact=True,
            hunts="0/0 where neither gradient nor history moves the parameter",
        ),
        Case(
            "huge gradient", **{**RUNNING, "grad": normal(std=1e15)}, hunts="an overflow, or a gradient that is clipped"
        ),
        Case(
            "NaN in the gradient",
            **{**RUNNING, "size": (4,)},
            grad=given([0.5, float("nan"), -1.0, 0.0]),
            hunts="a NaN that is swallowed, or that spreads to other elements",
        ),
        Case("one parameter", **{**FRESH, "size": (1,)}, hunts="a sum or norm over elements where each stands alone"),
        Case("no parameters", **{**FRESH, "size": (0,)}, hunts="an empty layer that makes the step fail"),
        Case("scalar parameter", **{**FRESH, "size": ()}, hunts="a parameter without axes, such as a single bias"),
        Case(
            "more than a thousand parameters",
            size=(37, 29),
            param=choice(-4, 1, 3),
            grad=choice(-4, -2, 1, 8),
            m=constant(0),
            v=constant(0),
            step=1,
            lr=0.125,
            beta1=0.5,
            beta2=0.75,
            eps=0.0,
            exact=True,
            hunts="a block or a tail that is left out where a layer is taken in pieces",
        ),
        Case(
            "by hand",
            **BY_HAND,
            grad=given([0.5, -0.25]),
            eps=0.0,
            hunts="anything: at the first step every parameter moves by lr against its gradient's sign",
        ),
        Case(
            "by hand, epsilon outside",
            **BY_HAND,
            grad=given([3.0, -7.0]),
            eps=1.0,
            when={"epsilon": "outside"},
            hunts="ε = 1 anywhere but in √9 + 1 = 4 and √49 + 1 = 8",
        ),
        Case(
            "by hand, epsilon inside",
            **BY_HAND,
            grad=given([3.0, -3.0]),
            eps=7.0,
            when={"epsilon": "inside"},
            hunts="ε = 7 anywhere but in √(9 + 7) = 4",
        ),
        Case(
            "by hand, epsilon hat",
            **BY_HAND,
            grad=given([3.0, -7.0]),
            eps=0.5,
            when={"epsilon": "hat"},
            hunts="ε = ½ anywhere but in √2.25 + ½ = 2 and √12.25 + ½ = 4",
        ),
        Case("ten steps", **TEN_STEPS, lr=0.05, hunts="state carried wrongly from step to step"),
        Case(
            "ten steps, steady gradient",
            **TEN_STEPS,
            lr=0.05,
            grad=given([2.0, -0.5, 0.001]),
            hunts="steps that differ in length: along a steady gradient, long or short, each is lr long",
        ),
        Case(
            "ten steps, sparse gradients",
            **TEN_STEPS,
            lr=0.05,
            grad=mostly(constant(0), 0.3, normal()),
            hunts="moments that are updated only where the gradient is not 0",
        ),
        Case(
            "ten steps, tiny gradients",
            **TEN_STEPS,
            lr=0.05,
            grad=normal(std=1e-8),
            hunts="the place of ε over a whole trajectory",
        ),
        Case(
            "ten steps, huge gradients between",
            **TEN_STEPS,
            lr=0.05,
            grad=varying(normal(), normal(std=1e12), normal(), constant(0)),
            hunts="averages that forget one huge gradient too soon or too late",
        ),
        Case(
            "ten steps, changing rate",
            **TEN_STEPS,
            lr=each([0.1] * 5 + [0.01] * 5),
            hunts="a learning rate that is folded into the moments",
        ),
        Case(
            "twelve steps resumed",
            **{**RUNNING, "steps": 12, "step": counting(42, 12)},
            grad=varying(normal(), normal(std=1e-6), constant(0), choice(-3, 3)),
            hunts="a step counter or state kept inside, where the caller resumes from a saved one",
        ),
    ),
    laws=(
        Law(
            "v stays non-negative",
            lambda next_v: next_v.clip(max=0),
            hunts="a second moment that is not of squares",
            where=lambda grad: np.isfinite(grad).all(),
        ),
        Law(
            "the first step has length lr",
            lambda param, next_param, lr, grad: (abs(next_param - param) - lr) * (grad != 0),
            hunts="bias correction: without it the first step is not lr long",
            where=lambda step, eps, m, v, grad: step == 1 and eps == 0 and not m.any() and not v.any() and grad.all(),
        ),
        Law(
            "the first step goes downhill",
            lambda param, next_param, grad: ((next_param - param) * np.sign(grad)).clip(min=0),
            hunts="a step along the gradient, which climbs",
            where=lambda step, m, grad: step == 1 and not m.any() and np.isfinite(grad).all(),
            exact=True,
        ),
        Law(
            "a rate of zero moves nothing",
            lambda param, next_param: next_param - param,
            hunts="a move that the learning rate does not scale",
            where=lambda lr, grad: lr == 0 and np.isfinite(grad).all(),
            exact=True,
        ),
    ),
    rejects=(
        Reject(
            "gradient of another shape", size=(3, 4), grad=of_shape((4,)), step=1, hunts="a gradient that broadcasts"
        ),
        Reject("gradient transposed", size=(3, 4), grad=of_shape((4, 3)), step=1, hunts="as many elements, elsewhere"),
        Reject("m transposed", size=(3, 4), m=of_shape((4, 3)), step=1, hunts="as many elements, elsewhere"),
        Reject(
            "v transposed", size=(3, 4), v=of_shape((4, 3), constant(1)), step=1, hunts="as many elements, elsewhere"
        ),
        Reject("m of another shape", size=(3, 4), m=of_shape((1, 4)), step=1, hunts="a first moment that broadcasts"),
        Reject(
            "v of another shape",
            size=(3, 4),
            v=of_shape((), constant(1)),
            step=1,
            hunts="a second moment that broadcasts",
        ),
        Reject("step zero", size=(3,), step=0, hunts="a step counted from 0: 1 − β⁰ is 0"),
        Reject("negative step", size=(3,), step=-1, hunts="a step before the first"),
        Reject("negative epsilon", size=(3,), step=1, eps=-1e-8, hunts="a negative ε"),
        Reject("negative rate", size=(3,), step=1, lr=-0.1, hunts="a learning rate below 0, which climbs"),
        Reject("beta1 of one", size=(3,), step=1, beta1=1.0, hunts="β₁ = 1, which never learns"),
        Reject("negative beta1", size=(3,), step=1, beta1=-0.1, hunts="β₁ below 0, which moves back and forth"),
        Reject("beta2 above one", size=(3,), step=1, beta2=1.5, hunts="β₂ above 1, which diverges"),
        Reject("beta2 of one", size=(3,), step=1, beta2=1.0, hunts="β₂ = 1: 1 − β₂ᵗ is 0"),
    ),
    cost=Cost(flops=lambda size: 12 * np.prod(size), moved=lambda size, itemsize: 7 * itemsize * np.prod(size)),
    sizes=layer_sizes(step=10),
    independent="*",
)
