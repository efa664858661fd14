"""A learning rate that falls like a power of one over the time, measured in steps.

    rate(it) = base / (1 + it / s)^c

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; s is `decay_steps` ≥ 1, the
iterations in which the time grows by 1; c is `power`, how steeply the rate falls with it, of any sign. The result is
one number; at iteration 0 it is the base rate. With c = 1 the rate is base/2 after s iterations, base/3 after 2s, and
so on: it falls ever more slowly.

Where libraries differ:
    - Keras' and TensorFlow's InverseTimeDecay is base / (1 + r·it/s), with a rate r and c = 1 only; with staircase=True
      it counts whole multiples of s.
    - Keras' old `decay` = 1/s, on SGD and others, is the same with c = 1.
    - Caffe's policy "inv" has γ = 1/s: it is the primitive inverse_lr. PyTorch has none.

Edge cases: power = 0 never changes the rate; a negative power lets it grow.

Géron, Hands-On Machine Learning with Scikit-Learn, Keras and TensorFlow, 3rd edition, 2022, chapter 11, "Power
scheduling"; Keras 3.15, InverseTimeDecay.
"""

import numpy as np

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

power_lr = Primitive(
    title="A learning rate that falls like a power of one over the time, measured in steps",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0), Count("decay_steps", low=1), Real("power", 1.0)),
    outputs=(Output("rate", ""),),
    cases=(
        Case("start", iteration=0, base_lr=0.01, decay_steps=20, hunts="a first rate that is not the base rate"),
        Case("second iteration", iteration=1, base_lr=0.1, decay_steps=20, hunts="an iteration counted from 1"),
        Case("between two steps", iteration=7, base_lr=0.1, decay_steps=5, hunts="stairs where the curve is smooth"),
        Case("after one step", iteration=20, base_lr=0.1, decay_steps=20, hunts="anything but stairs: base/2"),
        Case("square below", iteration=7, base_lr=0.1, decay_steps=5, power=2.0, hunts="the power on it/s alone"),
        Case("root below", iteration=9, base_lr=0.1, decay_steps=4, power=0.5, hunts="a power that multiplies"),
        Case("steps of one", iteration=5, base_lr=0.1, decay_steps=1, power=1.5, hunts="anything but the steps"),
        Case("late", iteration=100_000, base_lr=0.01, decay_steps=300, hunts="a rate that stops falling"),
        Case(
            "every iteration",
            steps=12,
            iteration=counting(0, 12),
            base_lr=0.1,
            decay_steps=5,
            power=0.75,
            hunts="a curve that starts right and bends wrongly",
        ),
        Case(
            "growing",
            steps=3,
            iteration=each([0, 1, 10]),
            base_lr=0.1,
            decay_steps=4,
            power=-1.5,
            hunts="a negative power whose sign is dropped",
        ),
        Case(
            "power of zero",
            steps=3,
            iteration=each([0, 1, 1000]),
            base_lr=0.1,
            decay_steps=4,
            power=0.0,
            hunts="a power of 0 that is taken for one not given",
        ),
        Case("rate of zero", iteration=7, base_lr=0.0, decay_steps=4, hunts="a rate of 0 taken for one not given"),
        Case(
            "by hand",
            steps=4,
            iteration=each([0, 4, 8, 12]),
            base_lr=36.0,
            decay_steps=4,
            power=2.0,
            hunts="anything: the rates are 36, 36/2² = 9, 36/3² = 4 and 36/4² = 2¼",
        ),
    ),
    laws=(
        Law(
            "the first rate is the base rate",
            lambda rate, base_lr: rate - base_lr,
            hunts="a curve that starts anywhere but at the base rate",
            where=lambda iteration: iteration == 0,
            exact=True,
        ),
        Law(
            "the power undoes itself",
            lambda rate, base_lr, decay_steps, power, iteration: (
                rate * np.power(1 + np.longdouble(iteration) / decay_steps, power) - base_lr
            ),
            hunts="a sum or a power in the wrong place",
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, base_lr=0.1, decay_steps=5, hunts="an iteration before the first"),
        Reject("negative rate", iteration=0, base_lr=-0.1, decay_steps=5, hunts="a learning rate below 0"),
        Reject("no steps", iteration=1, base_lr=0.1, decay_steps=0, hunts="a division by zero"),
        Reject("negative steps", iteration=1, base_lr=0.1, decay_steps=-5, hunts="a time that runs backwards"),
    ),
    cost=Cost(flops=lambda: 4, moved=lambda itemsize: 3 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, half of 10,000 iterations", iteration=5_000, base_lr=0.01, decay_steps=1_000),
        small=Size("AlexNet, half of 450,000 iterations", iteration=225_000, base_lr=0.01, decay_steps=10_000),
        large=Size("ResNet-50, the last of 90 epochs", iteration=450_449, base_lr=0.1, decay_steps=5_005),
    ),
)
