"""A learning rate that drops at given milestones.

    rate(it) = base · γ^passed,        passed = the number of milestones ≤ it

it is `iteration`, the number of iterations done, counted from 0; base is `base_lr` ≥ 0; γ is `gamma` ≥ 0, the factor of
each drop; `milestones` are iterations in rising order, as many as one likes, or none. The result is one number.

Where libraries differ:
    - The rate at a milestone itself is a convention: already multiplied ("new", as above) or not yet ("old", which
      counts milestones < it), so that the drop shows one iteration later.
    - A milestone that is listed twice counts twice, at the same iteration, as in PyTorch. Caffe makes one drop per
      iteration at most: with 3, 3 its second drop comes at 4.
    - Keras, TensorFlow and Géron's Hands-On Machine Learning list the rates themselves, in place of factors.

Edge cases: without milestones, or with γ = 1, the rate never changes; a milestone of 0 has been passed at the start
("new"); γ = 0 makes the rate 0 after the first milestone, and 0⁰ = 1 leaves it whole before. Milestones that are not in
order are refused.

torch.optim.lr_scheduler.MultiStepLR, PyTorch 2.13; Caffe 1.0, sgd_solver.cpp, policy "multistep".
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
    Real,
    Reject,
    Size,
    counting,
    each,
)

TWO = dict(base_lr=0.1, gamma=0.1, milestones=(10, 15))

multistep_lr = Primitive(
    title="A learning rate that drops at given milestones",
    inputs=(Count("iteration"),),
    options=(Real("base_lr", low=0), Real("gamma", low=0), Counts("milestones")),
    outputs=(Output("rate", ""),),
    conventions=(
        Convention(
            "at_milestone",
            "The rate at a milestone itself",
            new="already multiplied: PyTorch, Caffe, Optax, Géron's Hands-On Machine Learning",
            old="not yet multiplied: PiecewiseConstantDecay of Keras and TensorFlow",
        ),
    ),
    cases=(
        Case("start", iteration=0, **TWO, hunts="a drop before the first milestone"),
        Case("last before a milestone", iteration=9, **TWO, hunts="a drop one iteration early"),
        Case("at a milestone", iteration=10, **TWO, hunts="the other convention at the milestone itself"),
        Case("after a milestone", iteration=11, **TWO, hunts="a drop that is one iteration late, or does not last"),
        Case("at the last milestone", iteration=15, **TWO, hunts="a last milestone that is left out"),
        Case(
            "after all milestones",
            iteration=40,
            **TWO,
            hunts="γ applied once for the whole list, or at every iteration",
        ),
        Case(
            "every iteration",
            steps=14,
            iteration=counting(0, 14),
            base_lr=0.1,
            gamma=0.3,
            milestones=(2, 3, 8, 12),
            hunts="a drop at any wrong iteration, and milestones taken for the lengths of intervals",
        ),
        Case(
            "one milestone",
            steps=4,
            iteration=each([0, 4, 5, 6]),
            base_lr=0.1,
            gamma=0.5,
            milestones=(5,),
            hunts="a list of one that is read as pairs of neighbours",
        ),
        Case(
            "repeated milestone",
            steps=6,
            iteration=each([2, 3, 4, 5, 6, 7]),
            base_lr=0.1,
            gamma=0.5,
            milestones=(3, 3, 6),
            hunts="a milestone listed twice that acts once, or a second time one iteration late",
        ),
        Case(
            "milestone at the start",
            steps=3,
            iteration=each([0, 1, 2]),
            base_lr=0.1,
            gamma=0.5,
            milestones=(0, 2),
            hunts="a milestone of 0 that is overlooked",
        ),
        Case(
            "no milestones",
            steps=3,
            iteration=each([0, 1, 100]),
            base_lr=0.1,
            gamma=0.5,
            milestones=(),
            hunts="an empty list that makes the schedule fail or drop",
        ),
        Case(
            "growing",
            steps=4,
            iteration=each([4, 6, 10, 30]),
            base_lr=0.001,
            gamma=2.5,
            milestones=(5, 9),
            hunts="a factor above 1 that is cut off or turned round",
        ),
        Case(
            "factor of one",
            steps=4,
            iteration=each([0, 10, 15, 40]),
            base_lr=0.1,
            gamma=1.0,
            milestones=(10, 15),
            hunts="a rate that changes though the factor is 1",
        ),
        Case(
            "factor of zero",
            steps=5,
            iteration=each([0, 9, 10, 11, 40]),
            base_lr=0.1,
            gamma=0.0,
            milestones=(10, 15),
            hunts="0⁰ that is not 1, or a division by γ",
        ),
        Case(
            "rate of zero",
            iteration=11,
            base_lr=0.0,
            gamma=0.5,
            milestones=(10,),
            hunts="a rate of 0 taken for one not given",
        ),
        Case(
            "by hand",
            steps=6,
            iteration=each([0, 1, 2, 4, 5, 6]),
            base_lr=8.0,
            gamma=0.5,
            milestones=(2, 5, 5),
            hunts="anything: the rates are 8, 8, 4, 4, 1 and 1, or 8, 8, 8, 4, 4 and 1 with the old rate at them",
        ),
    ),
    laws=(
        Law(
            "before the first milestone the rate is the base rate",
            lambda rate, base_lr: rate - base_lr,
            hunts="a drop before the first milestone",
            where=lambda iteration, milestones: all(iteration < milestone for milestone in milestones),
            exact=True,
        ),
        Law(
            "after the last milestone every drop has been made",
            lambda rate, base_lr, gamma, milestones: rate - base_lr * gamma ** len(milestones),
            hunts="a milestone that is left out or counted twice",
            where=lambda iteration, milestones: all(iteration > milestone for milestone in milestones),
        ),
    ),
    rejects=(
        Reject("negative iteration", iteration=-1, **TWO, hunts="an iteration before the first"),
        Reject("negative rate", iteration=0, **{**TWO, "base_lr": -0.1}, hunts="a learning rate below 0"),
        Reject("negative factor", iteration=0, **{**TWO, "gamma": -0.1}, hunts="a γ below 0, which flips the sign"),
        Reject(
            "last milestones exchanged",
            iteration=0,
            **{**TWO, "milestones": (5, 15, 10)},
            hunts="milestones that go back",
        ),
        Reject("unsorted milestones", iteration=0, **{**TWO, "milestones": (15, 10)}, hunts="milestones that go back"),
    ),
    cost=Cost(
        flops=lambda milestones: 2 + len(milestones),
        moved=lambda milestones, itemsize: (2 + len(milestones)) * itemsize,
    ),
    sizes=dict(
        tiny=Size(
            "LeNet-5, Caffe's lenet_multistep_solver",
            iteration=9_999,
            base_lr=0.01,
            gamma=0.9,
            milestones=(5_000, 7_000, 8_000, 9_000, 9_500),
        ),
        small=Size("ResNet-56 on CIFAR-10", iteration=63_999, base_lr=0.1, gamma=0.1, milestones=(32_000, 48_000)),
        large=Size(
            "ResNet-50, 90 epochs in batches of 256",
            iteration=450_449,
            base_lr=0.1,
            gamma=0.1,
            milestones=(150_150, 300_300),
        ),
    ),
)
