"""A learning rate that falls to zero at a given iteration, as a polynomial of the time left.

    rate(it) = base · (1 − it / max)^power        for it ≤ max
             = 0                                  beyond

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; max is `max_iterations` ≥ 1,
the iteration at which the rate reaches 0; `power` ≥ 0 is the shape of the curve: 1 for a straight line, more for a rate
that falls early, less for one that falls late. The result is one number; at iteration 0 it is the base rate.

Where libraries differ:
    - Caffe's policy "poly" never looks beyond max, where its solver stops. PyTorch's PolynomialLR stays at 0; its max
      counts calls of scheduler.step(), mostly epochs.
    - Keras' and TensorFlow's PolynomialDecay end at 1e-4, not 0, unless told otherwise, and stay there; with cycle=True
      they stretch max to the next multiple and rise again.

Edge cases: a power of 0 keeps the base rate until the end; what it does beyond is not asked, for libraries differ. Near
the end, 1 − it / max loses digits, and (max − it) / max does not: both are right.

Caffe 1.0, sgd_solver.cpp, policy "poly"; torch.optim.lr_scheduler.PolynomialLR, PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

polynomial_lr = Primitive(
    title="A learning rate that falls to zero at a given iteration",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0), Count("max_iterations", low=1), Real("power", low=0)),
    outputs=(Output("rate", ""),),
    cases=(
        Case(
            "start",
            iteration=0,
            base_lr=0.1,
            max_iterations=10,
            power=0.5,
            hunts="a first rate that is not the base rate",
        ),
        Case(
            "second iteration",
            iteration=1,
            base_lr=0.1,
            max_iterations=10,
            power=0.9,
            hunts="an iteration counted from 1",
        ),
        Case(
            "straight line",
            iteration=3,
            base_lr=0.1,
            max_iterations=10,
            power=1.0,
            hunts="a share of time that is wrong already",
        ),
        Case(
            "falling late",
            iteration=3,
            base_lr=0.1,
            max_iterations=10,
            power=0.5,
            hunts="a power that multiplies or is left out",
        ),
        Case(
            "falling early",
            iteration=3,
            base_lr=0.1,
            max_iterations=10,
            power=2.0,
            hunts="the power on the share of time done",
        ),
        Case(
            "half way",
            iteration=5,
            base_lr=0.1,
            max_iterations=10,
            power=3.0,
            hunts="anything but time done for time left",
        ),
        Case(
            "last before the end",
            iteration=9,
            base_lr=0.1,
            max_iterations=10,
            power=0.9,
            hunts="an end that is one early or late",
        ),
        Case(
            "at the end",
            iteration=10,
            base_lr=0.1,
            max_iterations=10,
            power=0.5,
            exact=True,
            hunts="a rate that never reaches 0, or starts again at the end",
        ),
        Case(
            "beyond the end",
            steps=4,
            iteration=each([11, 13, 20, 1000]),
            base_lr=0.1,
            max_iterations=10,
            power=1.0,
            exact=True,
            hunts="a rate that is negative, or back at the base rate",
        ),
        Case(
            "beyond the end of a root",
            steps=3,
            iteration=each([11, 15, 27]),
            base_lr=0.1,
            max_iterations=10,
            power=0.5,
            exact=True,
            hunts="the root of a negative number, which is NaN or complex",
        ),
        Case(
            "beyond the end of a square",
            steps=3,
            iteration=each([11, 15, 27]),
            base_lr=0.1,
            max_iterations=10,
            power=2.0,
            exact=True,
            hunts="a rate that rises again, for the square of a negative number is positive",
        ),
        Case(
            "every iteration",
            steps=12,
            iteration=counting(0, 12),
            base_lr=0.1,
            max_iterations=12,
            power=0.9,
            hunts="a curve that starts right and bends wrongly",
        ),
        Case(
            "long training",
            steps=4,
            iteration=each([1, 37, 500, 900]),
            base_lr=0.01,
            max_iterations=1000,
            power=1.5,
            hunts="whole-number division, or an end that is off by one",
        ),
        Case(
            "one iteration",
            steps=3,
            iteration=each([0, 1, 2]),
            base_lr=0.1,
            max_iterations=1,
            power=2.0,
            exact=True,
            hunts="a division by max − 1",
        ),
        Case(
            "power of zero",
            steps=3,
            iteration=each([0, 1, 9]),
            base_lr=0.1,
            max_iterations=10,
            power=0.0,
            hunts="a power of 0 that is taken for one not given",
        ),
        Case(
            "rate of zero",
            iteration=3,
            base_lr=0.0,
            max_iterations=10,
            power=2.0,
            hunts="a rate of 0 taken for one not given",
        ),
        Case(
            "by hand",
            steps=4,
            iteration=each([0, 1, 2, 3]),
            base_lr=8.0,
            max_iterations=4,
            power=2.0,
            hunts="anything: the rates are 8, 8·(¾)² = 4½, 8·(½)² = 2 and 8·(¼)² = ½",
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
            "at the end nothing is left",
            lambda rate: rate,
            hunts="a rate that does not reach 0",
            where=lambda iteration, max_iterations, power: iteration >= max_iterations and power > 0,
            exact=True,
        ),
        Law(
            "the root of the rate is the time left",
            lambda rate, base_lr, iteration, max_iterations, power: (
                np.power(rate / base_lr, 1 / power) + iteration / max_iterations - 1
            ),
            hunts="a power or a share of time in the wrong place",
            where=lambda iteration, max_iterations, base_lr, power: (
                iteration < max_iterations and base_lr > 0 and power > 0
            ),
        ),
    ),
    rejects=(
        Reject(
            "negative iteration",
            iteration=-1,
            base_lr=0.1,
            max_iterations=10,
            power=1.0,
            hunts="an iteration before the first",
        ),
        Reject(
            "negative rate", iteration=0, base_lr=-0.1, max_iterations=10, power=1.0, hunts="a learning rate below 0"
        ),
        Reject("no iterations", iteration=0, base_lr=0.1, max_iterations=0, power=1.0, hunts="a division by zero"),
        Reject(
            "no iterations, later",
            iteration=3,
            base_lr=0.1,
            max_iterations=0,
            power=1.0,
            hunts="an end at the start, beyond which nothing is divided",
        ),
        Reject(
            "negative end", iteration=0, base_lr=0.1, max_iterations=-10, power=1.0, hunts="an end before the start"
        ),
        Reject(
            "negative power",
            iteration=1,
            base_lr=0.1,
            max_iterations=10,
            power=-1.0,
            hunts="a rate that grows to infinity",
        ),
    ),
    cost=Cost(flops=lambda: 4, moved=lambda itemsize: 3 * itemsize),
    sizes=dict(
        tiny=Size(
            "LeNet-5, half of 10,000 iterations", iteration=5_000, base_lr=0.01, max_iterations=10_000, power=1.0
        ),
        small=Size(
            "AlexNet, half of 450,000 iterations", iteration=225_000, base_lr=0.01, max_iterations=450_000, power=1.0
        ),
        large=Size(
            "GoogLeNet, Caffe's quick_solver", iteration=1_200_000, base_lr=0.01, max_iterations=2_400_000, power=0.5
        ),
    ),
)
