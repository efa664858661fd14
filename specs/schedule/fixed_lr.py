"""A learning rate that never changes.

    rate(it) = base

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0. The result is one number, the
very base that was given: nothing is computed, so nothing may be rounded.

Where libraries differ: nowhere in the rate, only in the name. Caffe calls it the policy "fixed"; in PyTorch it is an
optimizer without a scheduler, or ConstantLR with a factor of 1.

Caffe 1.0, sgd_solver.cpp, policy "fixed".
"""

from primcheck.spec import Case, Cost, Count, Law, Output, Primitive, Real, Reject, Size, each

fixed_lr = Primitive(
    title="A learning rate that never changes",
    inputs=(Count("iteration", flows=True),),
    options=(Real("base_lr", low=0),),
    outputs=(Output("rate", "", exact=True),),
    cases=(
        Case("start", iteration=0, base_lr=0.01, hunts="a rate that is not the base rate even at the start"),
        Case("second iteration", iteration=1, base_lr=0.1, hunts="a rate that has changed after one iteration"),
        Case("late", iteration=1_000_000, base_lr=0.01, hunts="a rate that has changed after many iterations"),
        Case("rate of one", iteration=7, base_lr=1.0, hunts="a rate that changes, even where it is a whole number"),
        Case("large rate", iteration=3, base_lr=2.75, hunts="a rate cut off at 1, or kept in a whole number"),
        Case("rate of zero", iteration=5, base_lr=0.0, hunts="a rate of 0 that is taken for one not given"),
        Case("tiny rate", iteration=5, base_lr=1e-12, hunts="a rate that is rounded to 0"),
        Case(
            "seven iterations",
            steps=7,
            iteration=each([0, 1, 2, 10, 999, 1000, 1001]),
            base_lr=0.01,
            hunts="a rate that decays, or drops at some iteration",
        ),
    ),
    laws=(
        Law(
            "the rate is the base rate",
            lambda rate, base_lr: rate - base_lr,
            hunts="a rate that is computed where it is only to be handed on",
            exact=True,
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, base_lr=0.1, hunts="an iteration before the first"),
        Reject("negative rate", iteration=0, base_lr=-0.1, hunts="a learning rate below 0, which climbs"),
    ),
    cost=Cost(flops=lambda: 0, moved=lambda itemsize: itemsize),
    sizes=dict(
        tiny=Size("LeNet-5, the last of 10,000 iterations", iteration=9_999, base_lr=0.01),
        small=Size("AlexNet, the last of 450,000 iterations", iteration=449_999, base_lr=0.01),
        large=Size("GoogLeNet, the last of 2,400,000 iterations", iteration=2_399_999, base_lr=0.01),
    ),
)
