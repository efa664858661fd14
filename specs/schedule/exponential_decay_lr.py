"""A learning rate that falls by one factor in every so many iterations.

    rate(it) = base · r^(it / s)

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; r is `decay_rate` ≥ 0, the
factor; s is `decay_steps` ≥ 1, the iterations in which the rate falls by it. The result is one number; at iteration 0
it is the base rate, after s iterations r times that, after 2s r² times.

Where libraries differ:
    - Whether the rate falls all the time or in stairs, r^⌊it/s⌋, is a convention.
    - The factor has a default in none but Géron's book, which takes 0.1.
    - PyTorch's ExponentialLR and Caffe's "exp" have s = 1: the primitive exponential_lr. PyTorch's StepLR and Caffe's
      "step" are the stairs: the primitive step_lr.

Edge cases: r = 1 never changes the rate; r > 1 lets it grow; r = 0 leaves nothing after iteration 0, or after the first
whole step of the stairs, for 0⁰ = 1.

Géron, Hands-On Machine Learning with Scikit-Learn, Keras and TensorFlow, 3rd edition, 2022, chapter 11, "Exponential
scheduling"; Keras 3.15, ExponentialDecay.
"""

import numpy as np

from primcheck.spec import Case, Convention, Cost, Count, Law, Output, Primitive, Real, Reject, Size, counting, each

exponential_decay_lr = Primitive(
    title="A learning rate that falls by one factor in every so many iterations",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0), Count("decay_steps", low=1), Real("decay_rate", 0.1, low=0)),
    outputs=(Output("rate", ""),),
    conventions=(
        Convention(
            "staircase",
            "Whether the rate falls in stairs",
            no="all the time: Géron, and the default of Keras, TensorFlow and Optax",
            yes="at multiples of decay_steps: staircase=True in Keras, TensorFlow and Optax",
        ),
    ),
    cases=(
        Case("start", iteration=0, base_lr=0.01, decay_steps=20, hunts="a first rate that is not the base rate"),
        Case("second iteration", iteration=1, base_lr=0.1, decay_steps=20, hunts="an iteration counted from 1"),
        Case("between two steps", iteration=7, base_lr=0.1, decay_steps=5, hunts="stairs for the curve, or a curve"),
        Case(
            "last before a step",
            iteration=19,
            base_lr=0.1,
            decay_steps=20,
            decay_rate=0.5,
            hunts="a stair that is one iteration early, or rounded to",
        ),
        Case(
            "at a step",
            iteration=20,
            base_lr=0.1,
            decay_steps=20,
            decay_rate=0.5,
            hunts="a stair that is one iteration late",
        ),
        Case("steps of one", iteration=5, base_lr=0.1, decay_steps=1, decay_rate=0.9, hunts="anything but the steps"),
        Case("late", iteration=1_000, base_lr=0.01, decay_steps=300, hunts="a rate that stops falling"),
        Case(
            "every iteration",
            steps=12,
            iteration=counting(0, 12),
            base_lr=0.1,
            decay_steps=5,
            decay_rate=0.3,
            hunts="a curve that starts right and bends wrongly, and a stair at any wrong iteration",
        ),
        Case(
            "growing",
            steps=3,
            iteration=each([0, 3, 10]),
            base_lr=0.1,
            decay_steps=4,
            decay_rate=2.5,
            hunts="a factor above 1 that is cut off or turned round",
        ),
        Case(
            "factor of one",
            steps=3,
            iteration=each([0, 3, 100]),
            base_lr=0.1,
            decay_steps=4,
            decay_rate=1.0,
            hunts="a rate that changes though the factor is 1",
        ),
        Case(
            "factor of zero",
            steps=4,
            iteration=each([0, 3, 4, 9]),
            base_lr=0.1,
            decay_steps=4,
            decay_rate=0.0,
            hunts="0⁰ that is not 1, or a factor of 0 taken for one not given",
        ),
        Case("rate of zero", iteration=7, base_lr=0.0, decay_steps=4, hunts="a rate of 0 taken for one not given"),
        Case(
            "by hand",
            steps=5,
            iteration=each([0, 2, 4, 6, 8]),
            base_lr=8.0,
            decay_steps=4,
            decay_rate=0.25,
            hunts="anything: the rates are 8, 8·¼^½ = 4, 8·¼ = 2, 1 and ½; in stairs 8, 8, 2, 2 and ½",
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
            "at multiples of the steps the factor has acted whole times",
            lambda rate, base_lr, decay_rate, iteration, decay_steps: (
                rate - base_lr * np.power(np.longdouble(decay_rate), iteration // decay_steps)
            ),
            hunts="a factor that acts too often or too seldom",
            where=lambda iteration, decay_steps: iteration % decay_steps == 0,
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, base_lr=0.1, decay_steps=5, hunts="an iteration before the first"),
        Reject("negative rate", iteration=0, base_lr=-0.1, decay_steps=5, hunts="a learning rate below 0"),
        Reject("no steps", iteration=1, base_lr=0.1, decay_steps=0, hunts="a division by zero"),
        Reject("negative steps", iteration=1, base_lr=0.1, decay_steps=-5, hunts="a rate that grows"),
        Reject(
            "negative factor",
            iteration=1,
            base_lr=0.1,
            decay_steps=5,
            decay_rate=-0.1,
            hunts="a factor below 0, which flips the sign",
        ),
    ),
    cost=Cost(flops=lambda: 3, moved=lambda itemsize: 3 * itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, half of 10,000 iterations", iteration=5_000, base_lr=0.01, decay_steps=2_500),
        small=Size("AlexNet, half of 450,000 iterations", iteration=225_000, base_lr=0.01, decay_steps=100_000),
        large=Size("ResNet-50, the last of 90 epochs", iteration=450_449, base_lr=0.1, decay_steps=150_150),
    ),
)
