"""A learning rate that shrinks by the same factor at every iteration.

    rate(it) = base · γ^it

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; γ is `gamma` ≥ 0, the factor of
one iteration, usually a little below 1. The result is one number; at iteration 0 it is the base rate.

Where libraries differ: Caffe (policy "exp") and PyTorch (ExponentialLR, whose iterations are calls of scheduler.step(),
mostly epochs) agree with the formula. Keras, TensorFlow and Optax spread the factor over a number of steps, γ^(it / s);
textbooks often write e^(−k·it), which is γ = e^(−k).

Edge cases: γ = 1 never changes the rate; γ = 0 leaves the first iteration its base rate, for 0⁰ = 1, and makes all
others 0; γ > 1 lets the rate grow, to infinity where it overflows.

Caffe 1.0, sgd_solver.cpp, policy "exp"; torch.optim.lr_scheduler.ExponentialLR, PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

exponential_lr = Primitive(
    title="A learning rate that shrinks by the same factor at every iteration",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0), Real("gamma", low=0)),
    outputs=(Output("rate", ""),),
    cases=(
        Case("start", iteration=0, base_lr=0.01, gamma=0.9, hunts="a first rate that is not the base rate"),
        Case("second iteration", iteration=1, base_lr=0.1, gamma=0.9, hunts="an exponent that is not counted from 0"),
        Case(
            "third iteration",
            iteration=2,
            base_lr=0.1,
            gamma=0.9,
            hunts="γ applied once, or multiplied by 2 in place of squared",
        ),
        Case(
            "tenth iteration",
            iteration=9,
            base_lr=0.1,
            gamma=0.7,
            hunts="factors that pile up, or a base that is raised too",
        ),
        Case("late", iteration=5_000, base_lr=0.1, gamma=0.999, hunts="a rate that stops falling"),
        Case("half", iteration=6, base_lr=0.1, gamma=0.5, hunts="1 − γ in place of γ is the same here, nothing else"),
        Case("all but gone", iteration=300, base_lr=0.1, gamma=0.1, hunts="a floor under the rate"),
        Case(
            "every iteration",
            steps=12,
            iteration=counting(0, 12),
            base_lr=0.1,
            gamma=0.8,
            hunts="a curve that starts right and bends wrongly",
        ),
        Case(
            "growing",
            steps=4,
            iteration=each([0, 1, 2, 40]),
            base_lr=1e-5,
            gamma=1.3,
            hunts="a factor above 1 that is cut off or turned round",
        ),
        Case(
            "factor of one",
            steps=4,
            iteration=each([0, 1, 2, 1000]),
            base_lr=0.01,
            gamma=1.0,
            hunts="a rate that changes though the factor is 1",
        ),
        Case(
            "factor of zero",
            steps=3,
            iteration=each([0, 1, 2]),
            base_lr=0.01,
            gamma=0.0,
            hunts="0⁰ that is not 1, or a division by γ",
        ),
        Case(
            "rate of one",
            iteration=7,
            base_lr=1.0,
            gamma=0.9,
            hunts="a curve that is wrong even where the base rate hides nothing",
        ),
        Case("rate of zero", iteration=7, base_lr=0.0, gamma=0.9, hunts="a rate of 0 taken for one not given"),
        Case(
            "by hand",
            steps=5,
            iteration=each([0, 1, 2, 3, 10]),
            base_lr=4.0,
            gamma=0.5,
            hunts="anything: the rates are 4, 2, 1, ½ and 4/1024",
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
            "the logarithm falls in a straight line",
            lambda rate, base_lr, gamma, iteration: np.log(rate / base_lr) - iteration * np.log(gamma),
            hunts="a factor that changes from one iteration to the next",
            where=lambda base_lr, gamma: base_lr > 0 and gamma > 0,
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, base_lr=0.1, gamma=0.9, hunts="an iteration before the first"),
        Reject("negative rate", iteration=0, base_lr=-0.1, gamma=0.9, hunts="a learning rate below 0"),
        Reject("negative factor", iteration=1, base_lr=0.1, gamma=-0.9, hunts="a γ below 0, which flips the sign"),
    ),
    cost=Cost(flops=lambda: 2, moved=lambda itemsize: 2 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, the last of 10,000 iterations", iteration=9_999, base_lr=0.01, gamma=0.9997),
        small=Size("AlexNet, the last of 450,000 iterations", iteration=449_999, base_lr=0.01, gamma=0.99998),
        large=Size("GoogLeNet, the last of 2,400,000 iterations", iteration=2_399_999, base_lr=0.01, gamma=0.999997),
    ),
)
