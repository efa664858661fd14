"""A learning rate that falls like a power of one over the time.

    rate(it) = base · (1 + γ·it)^−power

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; γ is `gamma` ≥ 0, how fast the
time runs; `power` is how steeply the rate falls with it, of any sign. The result is one number; at iteration 0 it is
the base rate. With power = 1 it is halved at it = 1/γ.

Where libraries differ: this is Caffe's policy "inv", with which LeNet-5 is trained there (γ = 0.0001, power = 0.75).
Keras' and TensorFlow's InverseTimeDecay, and the power scheduling of Géron's Hands-On Machine Learning, measure the
time in steps, it / s in place of γ·it; the first two know power = 1 only. PyTorch has none.

Edge cases: γ = 0 or power = 0 never change the rate; a negative power lets it grow.

Caffe 1.0, sgd_solver.cpp, policy "inv".
"""

import numpy as np

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

LENET = dict(base_lr=0.01, gamma=0.0001, power=0.75)

inverse_lr = Primitive(
    title="A learning rate that falls like a power of one over the time",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0), Real("gamma", low=0), Real("power")),
    outputs=(Output("rate", ""),),
    cases=(
        Case("start", iteration=0, base_lr=0.01, gamma=0.5, power=0.75, hunts="a first rate that is not the base rate"),
        Case(
            "second iteration",
            iteration=1,
            base_lr=0.1,
            gamma=0.3,
            power=0.75,
            hunts="an iteration that is counted from 1",
        ),
        Case(
            "third iteration", iteration=2, base_lr=0.1, gamma=0.3, power=2.0, hunts="the power on γ·it or on it alone"
        ),
        Case(
            "line below",
            iteration=9,
            base_lr=0.1,
            gamma=0.3,
            power=1.0,
            hunts="a plain 1 / (1 + γ·it) that is wrong already",
        ),
        Case(
            "root below",
            iteration=9,
            base_lr=0.1,
            gamma=0.3,
            power=0.5,
            hunts="a power that multiplies, or a base that is raised",
        ),
        Case("fast time", iteration=5, base_lr=0.1, gamma=2.0, power=1.5, hunts="a γ above 1 that is cut off"),
        Case(
            "time of one",
            iteration=5,
            base_lr=0.1,
            gamma=1.0,
            power=1.5,
            hunts="anything but γ times the whole sum 1 + it",
        ),
        Case("late", iteration=10_000, **LENET, hunts="a rate that stops falling"),
        Case(
            "every iteration",
            steps=12,
            iteration=counting(0, 12),
            base_lr=0.1,
            gamma=0.2,
            power=0.75,
            hunts="a curve that starts right and bends wrongly",
        ),
        Case(
            "growing",
            steps=3,
            iteration=each([0, 1, 10]),
            base_lr=0.1,
            gamma=0.5,
            power=-1.5,
            hunts="a negative power whose sign is dropped",
        ),
        Case(
            "time standing still",
            steps=3,
            iteration=each([0, 1, 1000]),
            base_lr=0.1,
            gamma=0.0,
            power=0.75,
            hunts="a rate that changes though γ is 0",
        ),
        Case(
            "power of zero",
            steps=3,
            iteration=each([0, 1, 1000]),
            base_lr=0.1,
            gamma=0.5,
            power=0.0,
            hunts="a power of 0 that is taken for one not given",
        ),
        Case(
            "rate of one",
            iteration=7,
            base_lr=1.0,
            gamma=0.3,
            power=2.0,
            hunts="the sum, where the base rate hides nothing",
        ),
        Case(
            "rate of zero", iteration=7, base_lr=0.0, gamma=0.3, power=2.0, hunts="a rate of 0 taken for one not given"
        ),
        Case(
            "by hand",
            steps=4,
            iteration=each([0, 1, 3, 7]),
            base_lr=8.0,
            gamma=1.0,
            power=2.0,
            hunts="anything: the rates are 8, 8/2² = 2, 8/4² = ½ and 8/8² = ⅛",
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
            lambda rate, base_lr, gamma, power, iteration: rate * np.power(1 + gamma * iteration, power) - base_lr,
            hunts="a sum or a power in the wrong place",
        ),
    ),
    rejects=(
        Reject(
            "negative iteration", iteration=-1, base_lr=0.1, gamma=0.5, power=1.0, hunts="an iteration before the first"
        ),
        Reject("negative rate", iteration=0, base_lr=-0.1, gamma=0.5, power=1.0, hunts="a learning rate below 0"),
        Reject(
            "negative time", iteration=1, base_lr=0.1, gamma=-0.5, power=1.0, hunts="a γ below 0: 1 + γ·it reaches 0"
        ),
    ),
    cost=Cost(flops=lambda: 4, moved=lambda itemsize: 3 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, Caffe's lenet_solver", iteration=9_999, **LENET),
        small=Size("AlexNet, the last of 450,000 iterations", iteration=449_999, **LENET),
        large=Size("GoogLeNet, the last of 2,400,000 iterations", iteration=2_399_999, **LENET),
    ),
)
