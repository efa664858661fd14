"""One step of Adam.

    m ← β₁·m + (1 − β₁)·g              m̂ = m / (1 − β₁ᵗ)
    v ← β₂·v + (1 − β₂)·g²             v̂ = v / (1 − β₂ᵗ)
    θ ← θ − α·m̂ / (√v̂ + ε)

θ is the parameter, g its gradient, m and v the running averages of g and g², which start as zeros; α is `lr`, and
t is `step`, which counts from 1. Where ε stands is a convention: outside the root in Algorithm 1 of the paper;
inside it, √(v̂ + ε); or added to the uncorrected root, α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε), the "ε-hat" that the paper
gives just before its section 2.1. Keras and the book Deep Learning from Scratch take ε = 1e-7 where others take 1e-8.

Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, arXiv:1412.6980, Algorithm 1.
"""

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
    Size,
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

FRESH = dict(size=(3, 4), m=constant(0), v=constant(0), step=1)
RUNNING = dict(size=(3, 4), m=normal(std=0.1), v=uniform(0.001, 0.02), step=42)
TEN_STEPS = dict(size=(4, 3), m=constant(0), v=constant(0), steps=10, step=counting(1, 10))

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
        Case("other betas", **{**RUNNING, "step": 3, "beta1": 0.5, "beta2": 0.9}, hunts="β₁ and β₂ exchanged or built in"),
        Case("no momentum", **{**RUNNING, "beta1": 0.0}, hunts="β₁ used where β₂ belongs"),
        Case("large epsilon", **{**FRESH, "eps": 0.1}, hunts="the place of ε, which the default hides"),
        Case(
            "gradient as small as epsilon",
            **{**FRESH, "grad": normal(std=1e-8)},
            hunts="ε inside the root or before the correction: visible where √v̂ ≈ ε",
        ),
        Case("zero gradient", **{**RUNNING, "grad": constant(0)}, hunts="moments that stop moving when the gradient is 0"),
        Case(
            "zero gradient, fresh state",
            **{**FRESH, "grad": constant(0)},
            hunts="0/0 where neither gradient nor history moves the parameter",
        ),
        Case("huge gradient", **{**RUNNING, "grad": normal(std=1e15)}, hunts="an overflow, or a gradient that is clipped"),
        Case("one parameter", **{**FRESH, "size": (1,)}, hunts="a sum or norm over elements where each stands alone"),
        Case("no parameters", **{**FRESH, "size": (0,)}, hunts="an empty layer that makes the step fail"),
        Case(
            "by hand",
            param=given([1.0, -2.0]),
            grad=given([0.5, -0.25]),
            m=given([0.0, 0.0]),
            v=given([0.0, 0.0]),
            step=1,
            lr=0.125,
            hunts="anything: at the first step every parameter moves by lr against its gradient's sign",
        ),
        Case("ten steps", **TEN_STEPS, lr=0.05, hunts="state carried wrongly from step to step"),
        Case(
            "ten steps, sparse gradients",
            **TEN_STEPS,
            lr=0.05,
            grad=mostly(constant(0), 0.3, normal()),
            hunts="moments that are updated only where the gradient is not 0",
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
        Law("v stays non-negative", lambda next_v: next_v.clip(max=0), hunts="a second moment that is not of squares"),
        Law(
            "the first step has length lr",
            lambda param, next_param, lr, grad: (abs(next_param - param) - lr) * (grad != 0),
            hunts="bias correction: without it the first step is not lr long",
            where=lambda step, eps, beta1, m, v, grad: step == 1 and eps == 0 and not m.any() and not v.any(),
        ),
    ),
    rejects=(
        Reject("gradient of another shape", size=(3, 4), grad=of_shape((4,)), step=1, hunts="a gradient that broadcasts"),
        Reject("step zero", size=(3,), step=0, hunts="a step counted from 0: 1 − β⁰ is 0"),
        Reject("negative epsilon", size=(3,), step=1, eps=-1e-8, hunts="a negative ε"),
        Reject("negative rate", size=(3,), step=1, lr=-0.1, hunts="a learning rate below 0, which climbs"),
        Reject("beta1 of one", size=(3,), step=1, beta1=1.0, hunts="β₁ = 1, which never learns"),
        Reject("beta2 above one", size=(3,), step=1, beta2=1.5, hunts="β₂ above 1, which diverges"),
    ),
    cost=Cost(flops=lambda size: 12 * size[0], moved=lambda size, itemsize: 7 * itemsize * size[0]),
    sizes=dict(
        tiny=Size("LeNet-5, a bias vector", size=(84,), step=10),
        small=Size("LeNet-5, the first dense layer", size=(48_120,), step=10),
        large=Size("VGG-16, half of the second dense layer", size=(8_388_608,), step=10),
    ),
    independent="*",
)
