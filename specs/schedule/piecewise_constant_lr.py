"""A learning rate that is read from a list.

    rate(it) = values[passed],        passed = the number of boundaries ≤ it

it is `iteration`, the number of iterations done, counted from 0; `boundaries` are iterations in rising order, as many as
one likes, or none; `values` are the rates of the intervals between them, each ≥ 0: one more than boundaries. The result
is one of these numbers, to the bit.

Where libraries differ:
    - The rate at a boundary itself is a convention: that of the interval it begins ("new", as above), or that of the
      interval it ends ("old", which counts boundaries < it), so that the change shows one iteration later.
    - PyTorch's MultiStepLR and Caffe's "multistep" list the milestones and one factor: the primitive multistep_lr.
      Optax' piecewise_constant_schedule lists a factor for each boundary.

Edge cases: without boundaries the only value is always the rate; a boundary of 0 has been passed at the start ("new"); of
the values between equal boundaries none is ever used. Boundaries that are not in order are refused.

Géron, Hands-On Machine Learning with Scikit-Learn, Keras and TensorFlow, 3rd edition, 2022, chapter 11, "Piecewise
constant scheduling"; Keras 3.15, PiecewiseConstantDecay.
"""

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Count,
    Counts,
    Law,
    Output,
    Primitive,
    Reals,
    Reject,
    Size,
    counting,
    each,
)

THREE = dict(boundaries=(5, 15), values=(0.01, 0.005, 0.001))

piecewise_constant_lr = Primitive(
    title="A learning rate that is read from a list",
    inputs=(Count("iteration"),),
    options=(Counts("boundaries"), Reals("values", low=0)),
    outputs=(Output("rate", "", exact=True),),
    conventions=(
        Convention(
            "at_boundary",
            "The rate at a boundary itself",
            new="that of the interval it begins: Géron's Hands-On Machine Learning, PyTorch, Caffe, Optax",
            old="that of the interval it ends: PiecewiseConstantDecay of Keras and TensorFlow",
        ),
    ),
    cases=(
        Case("start", iteration=0, **THREE, hunts="a first value that is never used"),
        Case("last before a boundary", iteration=4, **THREE, hunts="a change one iteration early"),
        Case("at a boundary", iteration=5, **THREE, hunts="the other convention at the boundary itself"),
        Case("after a boundary", iteration=6, **THREE, hunts="a change that is one iteration late, or does not last"),
        Case("at the last boundary", iteration=15, **THREE, hunts="a last value that is never used"),
        Case("long after", iteration=1_000, **THREE, hunts="a list that is left at its end"),
        Case(
            "every iteration",
            steps=14,
            iteration=counting(0, 14),
            boundaries=(2, 3, 8, 12),
            values=(0.3, 0.1, 0.7, 0.2, 0.05),
            hunts="a change at any wrong iteration, and boundaries taken for the lengths of intervals",
        ),
        Case(
            "one boundary",
            steps=4,
            iteration=each([0, 4, 5, 6]),
            boundaries=(5,),
            values=(0.1, 0.2),
            hunts="a list of one that is read as pairs of neighbours",
        ),
        Case(
            "no boundaries",
            steps=3,
            iteration=each([0, 1, 100]),
            boundaries=(),
            values=(0.1,),
            hunts="an empty list that makes the schedule fail",
        ),
        Case(
            "boundary at the start",
            steps=3,
            iteration=each([0, 1, 2]),
            boundaries=(0, 2),
            values=(0.1, 0.2, 0.3),
            hunts="a boundary of 0 that is overlooked",
        ),
        Case(
            "equal boundaries",
            steps=4,
            iteration=each([2, 3, 4, 5]),
            boundaries=(3, 3),
            values=(0.1, 0.2, 0.3),
            hunts="a value between equal boundaries that is used after all",
        ),
        Case(
            "rate of zero",
            steps=2,
            iteration=each([0, 9]),
            boundaries=(5,),
            values=(0.1, 0.0),
            hunts="a rate of 0 taken for one not given",
        ),
    ),
    laws=(
        Law(
            "before the first boundary the first value is the rate",
            lambda rate, values: rate - values[0],
            hunts="a change before the first boundary",
            where=lambda iteration, boundaries: all(iteration < boundary for boundary in boundaries),
            exact=True,
        ),
        Law(
            "after the last boundary the last value is the rate",
            lambda rate, values: rate - values[-1],
            hunts="a last value that is never used",
            where=lambda iteration, boundaries: all(iteration > boundary for boundary in boundaries),
            exact=True,
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, **THREE, hunts="an iteration before the first"),
        Reject("unsorted boundaries", iteration=0, **{**THREE, "boundaries": (15, 5)}, hunts="boundaries that go back"),
        Reject(
            "unsorted later",
            iteration=0,
            boundaries=(5, 15, 10),
            values=(0.1, 0.2, 0.3, 0.4),
            hunts="a boundary that goes back behind the one before it, but not behind the first",
        ),
        Reject("too few values", iteration=0, **{**THREE, "values": (0.1, 0.2)}, hunts="an interval without a value"),
        Reject("too many values", iteration=0, boundaries=(5,), values=(0.1, 0.2, 0.3), hunts="a value never used"),
        Reject("negative value", iteration=0, **{**THREE, "values": (0.1, -0.2, 0.3)}, hunts="a rate below 0"),
    ),
    cost=Cost(
        flops=lambda boundaries: 1 + len(boundaries),
        moved=lambda boundaries, itemsize: (2 + len(boundaries)) * itemsize,
    ),
    sizes=dict(
        tiny=Size(
            "LeNet-5, two changes in 10,000 iterations",
            iteration=9_999,
            boundaries=(5_000, 8_000),
            values=(0.01, 0.005, 0.001),
        ),
        small=Size("ResNet-56 on CIFAR-10", iteration=63_999, boundaries=(32_000, 48_000), values=(0.1, 0.01, 0.001)),
        large=Size(
            "ResNet-50, 90 epochs in batches of 256",
            iteration=450_449,
            boundaries=(150_150, 300_300),
            values=(0.1, 0.01, 0.001),
        ),
    ),
)
