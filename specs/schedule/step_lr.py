"""A learning rate that drops at regular intervals.

    rate(it) = base · γ^⌊it / size⌋

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; γ is `gamma` ≥ 0, the factor of
each drop, usually below 1; size is `step_size` ≥ 1, the iterations between drops. ⌊ ⌋ rounds down. The result is one
number.

Iterations 0 to size − 1 run at the base rate, iteration `size` is the first at base·γ, 2·size the first at base·γ².

Where libraries differ: PyTorch (StepLR) and Caffe (policy "step") agree, also at the boundary. PyTorch's step_size
counts calls of scheduler.step(), mostly epochs, and its γ is 0.1 unless given; Caffe counts iterations. Keras and Optax
have it as the staircase of their exponential decay.

Edge cases: γ = 1 never changes the rate; γ = 0 makes it 0 from iteration `size` on, and 0⁰ = 1 leaves it whole before;
γ > 1 lets it grow.

Caffe 1.0, sgd_solver.cpp, policy "step"; torch.optim.lr_scheduler.StepLR, PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

step_lr = Primitive(
    title="A learning rate that drops at regular intervals",
    inputs=(Count("iteration"),),
    options=(Real("base_lr", low=0), Real("gamma", low=0), Count("step_size", low=1)),
    outputs=(Output("rate", ""),),
    cases=(
        Case("start", iteration=0, base_lr=0.01, gamma=0.1, step_size=10, hunts="a drop before the first interval"),
        Case(
            "last before the drop",
            iteration=9,
            base_lr=0.01,
            gamma=0.1,
            step_size=10,
            hunts="a drop one iteration early",
        ),
        Case("at the drop", iteration=10, base_lr=0.01, gamma=0.1, step_size=10, hunts="a drop one iteration late"),
        Case("after the drop", iteration=11, base_lr=0.01, gamma=0.1, step_size=10, hunts="a drop that does not last"),
        Case(
            "between drops",
            iteration=25,
            base_lr=0.3,
            gamma=0.5,
            step_size=10,
            hunts="rounding to nearest, or no rounding",
        ),
        Case(
            "third drop", iteration=30, base_lr=0.3, gamma=0.7, step_size=10, hunts="γ applied once, or multiplied by 3"
        ),
        Case(
            "late",
            iteration=9_999,
            base_lr=0.1,
            gamma=0.96,
            step_size=320,
            hunts="drops that are lost or added on the way",
        ),
        Case(
            "every iteration",
            steps=13,
            iteration=counting(0, 13),
            base_lr=0.1,
            gamma=0.5,
            step_size=4,
            hunts="a drop at any wrong iteration of three intervals",
        ),
        Case(
            "odd interval",
            steps=9,
            iteration=each([0, 2, 3, 6, 7, 8, 13, 14, 21]),
            base_lr=0.1,
            gamma=0.3,
            step_size=7,
            hunts="rounding to nearest, where half an interval is no whole number",
        ),
        Case(
            "interval of one",
            steps=5,
            iteration=counting(0, 5),
            base_lr=0.1,
            gamma=0.9,
            step_size=1,
            hunts="a drop that is missing where one comes at every iteration",
        ),
        Case(
            "growing",
            steps=3,
            iteration=each([4, 5, 10]),
            base_lr=0.001,
            gamma=2.5,
            step_size=5,
            hunts="a factor above 1 that is cut off or turned round",
        ),
        Case(
            "factor of one",
            steps=4,
            iteration=each([0, 9, 10, 25]),
            base_lr=0.01,
            gamma=1.0,
            step_size=10,
            hunts="a rate that changes though the factor is 1",
        ),
        Case(
            "factor of zero",
            steps=4,
            iteration=each([0, 9, 10, 25]),
            base_lr=0.01,
            gamma=0.0,
            step_size=10,
            hunts="0⁰ that is not 1, or a division by γ",
        ),
        Case(
            "rate of zero",
            iteration=25,
            base_lr=0.0,
            gamma=0.5,
            step_size=10,
            hunts="a rate of 0 taken for one not given",
        ),
        Case(
            "by hand",
            steps=6,
            iteration=each([0, 3, 4, 7, 8, 12]),
            base_lr=8.0,
            gamma=0.25,
            step_size=4,
            hunts="anything: the rates are 8, 8, 2, 2, ½ and ⅛",
        ),
    ),
    laws=(
        Law(
            "the first interval runs at the base rate",
            lambda rate, base_lr: rate - base_lr,
            hunts="a drop in the first interval",
            where=lambda iteration, step_size: iteration < step_size,
            exact=True,
        ),
        Law(
            "the rate has dropped a whole number of times",
            lambda rate, base_lr, gamma: (
                np.log(rate / base_lr) / np.log(gamma) - np.rint(np.log(rate / base_lr) / np.log(gamma))
            ),
            hunts="a rate that falls between the drops",
            where=lambda base_lr, gamma: base_lr > 0 and gamma not in {0, 1},
        ),
    ),
    rejects=(
        Reject(
            "negative iteration",
            iteration=-1,
            base_lr=0.1,
            gamma=0.1,
            step_size=10,
            hunts="an iteration before the first",
        ),
        Reject("negative rate", iteration=0, base_lr=-0.1, gamma=0.1, step_size=10, hunts="a learning rate below 0"),
        Reject(
            "negative factor",
            iteration=0,
            base_lr=0.1,
            gamma=-0.1,
            step_size=10,
            hunts="a γ below 0, which flips the sign",
        ),
        Reject("interval of zero", iteration=0, base_lr=0.1, gamma=0.1, step_size=0, hunts="a division by zero"),
        Reject(
            "negative interval", iteration=5, base_lr=0.1, gamma=0.1, step_size=-10, hunts="drops that go backwards"
        ),
    ),
    cost=Cost(flops=lambda: 3, moved=lambda itemsize: 3 * itemsize),
    sizes=dict(
        tiny=Size(
            "LeNet-5, one drop half way through 10,000 iterations",
            iteration=9_999,
            base_lr=0.01,
            gamma=0.1,
            step_size=5_000,
        ),
        small=Size("AlexNet, Caffe's bvlc_alexnet", iteration=449_999, base_lr=0.01, gamma=0.1, step_size=100_000),
        large=Size(
            "GoogLeNet, Caffe's bvlc_googlenet", iteration=9_999_999, base_lr=0.01, gamma=0.96, step_size=320_000
        ),
    ),
)
