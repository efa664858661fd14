"""A learning rate that follows a sigmoid of the iteration.

    rate(it) = base / (1 + e^(−γ·(it − size)))

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0, the highest rate; size is
`step_size` ≥ 1, the iteration of half the highest rate; γ is `gamma`, the steepness there. The result is one number
between 0 and base.

Where libraries differ: this is Caffe's policy "sigmoid", which refuses γ < 0, so that the rate can only rise: its text,
"the effective learning rate follows a sigmod decay", promises the opposite. Here γ may have any sign; the rate falls
where it is negative. PyTorch, Keras and Optax have none.

Edge cases: γ = 0 is half the highest rate throughout. Far from `size` the rate is base or 0, and no exponential may
overflow into NaN: e^z / (1 + e^z) does so from z = 710 on.

Caffe 1.0, sgd_solver.cpp, policy "sigmoid".
"""

import numpy as np

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

sigmoid_lr = Primitive(
    title="A learning rate that follows a sigmoid of the iteration",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0), Real("gamma"), Count("step_size", low=1)),
    outputs=(Output("rate", ""),),
    cases=(
        Case(
            "start",
            iteration=0,
            base_lr=0.1,
            gamma=0.3,
            step_size=10,
            hunts="a middle that is left out, or a wrong sign",
        ),
        Case(
            "before the middle",
            iteration=9,
            base_lr=0.1,
            gamma=0.3,
            step_size=10,
            hunts="a middle that is one iteration early",
        ),
        Case(
            "at the middle",
            iteration=10,
            base_lr=0.1,
            gamma=0.3,
            step_size=10,
            hunts="a rate that is not half the highest there",
        ),
        Case(
            "after the middle",
            iteration=13,
            base_lr=0.1,
            gamma=0.3,
            step_size=10,
            hunts="a rate that falls where it should rise",
        ),
        Case(
            "late",
            iteration=60,
            base_lr=0.1,
            gamma=0.3,
            step_size=10,
            hunts="a rate that passes its highest, or grows without end",
        ),
        Case(
            "steepness of one",
            iteration=12,
            base_lr=0.1,
            gamma=1.0,
            step_size=10,
            hunts="anything but a γ that is left out",
        ),
        Case(
            "middle at one",
            iteration=4,
            base_lr=0.1,
            gamma=0.3,
            step_size=1,
            hunts="anything but a distance divided by the size",
        ),
        Case(
            "every iteration",
            steps=13,
            iteration=counting(0, 13),
            base_lr=0.1,
            gamma=0.7,
            step_size=6,
            hunts="a curve that is not the same on both sides of its middle",
        ),
        Case(
            "falling",
            steps=6,
            iteration=each([0, 1, 9, 10, 11, 40]),
            base_lr=0.1,
            gamma=-0.4,
            step_size=10,
            hunts="a negative γ whose sign is dropped",
        ),
        Case(
            "flat",
            steps=3,
            iteration=each([0, 10, 1000]),
            base_lr=0.1,
            gamma=0.0,
            step_size=10,
            hunts="a γ of 0 that is taken for one not given",
        ),
        Case(
            "tail",
            steps=4,
            iteration=each([0, 100, 300, 500]),
            base_lr=0.1,
            gamma=0.5,
            step_size=1000,
            hunts="a small rate that is rounded to 0, as by 1 − e^z / (1 + e^z)",
        ),
        Case(
            "far beyond the middle",
            steps=3,
            iteration=each([810, 5_000, 100_000]),
            base_lr=0.1,
            gamma=1.0,
            step_size=10,
            hunts="an exponential that overflows, and NaN where the rate is the highest",
        ),
        Case(
            "far before the middle",
            steps=3,
            iteration=each([0, 1_000, 80_000]),
            base_lr=0.1,
            gamma=1.0,
            step_size=100_000,
            hunts="an exponential that overflows where the rate is 0",
        ),
        Case(
            "far beyond a falling middle",
            steps=3,
            iteration=each([900, 5_000, 100_000]),
            base_lr=0.1,
            gamma=-1.0,
            step_size=10,
            hunts="an exponential that overflows where the rate is 0",
        ),
        Case(
            "rate of zero",
            iteration=12,
            base_lr=0.0,
            gamma=0.3,
            step_size=10,
            hunts="a rate of 0 taken for one not given",
        ),
        Case(
            "by hand",
            steps=3,
            iteration=each([0, 20_000, 40_000]),
            base_lr=8.0,
            gamma=1.0,
            step_size=20_000,
            exact=True,
            hunts="anything: the rates are 0, half of 8 at the middle, and 8",
        ),
    ),
    laws=(
        Law(
            "half the highest rate at the middle",
            lambda rate, base_lr: 2 * rate - base_lr,
            hunts="a middle anywhere but at step_size",
            where=lambda iteration, step_size: iteration == step_size,
        ),
        Law(
            "the rate stays between 0 and the highest",
            lambda rate, base_lr: np.minimum(rate, 0) + np.maximum(rate - base_lr, 0),
            hunts="a rate that is negative or grows without end",
        ),
        Law(
            "the odds are an exponential",
            lambda rate, base_lr, gamma, iteration, step_size: (
                np.log(rate / (base_lr - rate)) - gamma * (iteration - step_size)
            ),
            hunts="a steepness or a distance that is wrong",
            where=lambda gamma, iteration, step_size, base_lr: (
                base_lr > 0 and abs(gamma * (iteration - step_size)) < 10
            ),
        ),
    ),
    rejects=(
        Reject(
            "negative iteration",
            iteration=-1,
            base_lr=0.1,
            gamma=0.3,
            step_size=10,
            hunts="an iteration before the first",
        ),
        Reject("negative rate", iteration=0, base_lr=-0.1, gamma=0.3, step_size=10, hunts="a learning rate below 0"),
        Reject(
            "middle at zero",
            iteration=0,
            base_lr=0.1,
            gamma=0.3,
            step_size=0,
            hunts="a middle before the first iteration",
        ),
    ),
    cost=Cost(flops=lambda: 5, moved=lambda itemsize: 3 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, half of 10,000 iterations", iteration=5_000, base_lr=0.01, gamma=-0.001, step_size=5_000),
        small=Size(
            "AlexNet, half of 450,000 iterations", iteration=225_000, base_lr=0.01, gamma=-1e-4, step_size=200_000
        ),
        large=Size(
            "GoogLeNet, half of 2,400,000 iterations",
            iteration=1_200_000,
            base_lr=0.01,
            gamma=-1e-5,
            step_size=1_000_000,
        ),
    ),
)
