"""A learning rate that is lowered when the loss stops falling: reduce on plateau.

    rate ← base,  best ← ∞,  waited ← 0
    for each loss:
        if loss < best − δ:          best ← loss,  waited ← 0
        else:                        waited ← waited + 1
            if waited ≥ patience:    rate ← rate·factor,  waited ← 0
        result: rate

`losses` is one axis of numbers, one for each epoch, in order; base is `base_lr` ≥ 0; 0 ≤ `factor` < 1; `patience` ≥ 0 is
the number of losses without improvement that are borne; δ is `min_delta` ≥ 0. The result is the rate in force after each
loss, shaped like `losses`. After a reduction the count starts anew, and the best loss stays.

Where libraries differ:
    - How much better a loss must be is a convention: by more than δ, loss < best − δ; or by more than a share δ of the
      best, loss < best·(1 − δ).
    - When patience is at its end is a convention: at the count `patience` ("reached"), or one loss later ("exceeded").
    - Keras' δ is 1e-4, its factor 0.1 and patience 10 unless told otherwise; so are PyTorch's, with its δ as a share.
      Géron takes factor 0.5 and patience 5, as here. Both libraries have a lowest rate and a cooldown, left out here.

Edge cases: a NaN never improves, and counts as a loss without improvement; a loss equal to the best does not improve,
with δ = 0 either. A patience of 0 is one of 1 where it is reached. No losses give no rates.

Keras 3.15, ReduceLROnPlateau; torch.optim.lr_scheduler.ReduceLROnPlateau, PyTorch 2.13; Géron, Hands-On Machine Learning
with Scikit-Learn, Keras and TensorFlow, 3rd edition, 2022, chapter 11, "Performance scheduling".
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Count,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Size,
    Tensor,
    constant,
    given,
    of_shape,
    uniform,
)

HALVES = dict(base_lr=0.5, exact=True)
NAN = float("nan")

performance_lr = Primitive(
    title="A learning rate that is lowered when the loss stops falling",
    inputs=(Tensor("losses", "n", draw=uniform(0.5, 2.0), flows=False),),
    options=(
        Real("base_lr", low=0),
        Real("factor", 0.5, low=0, high=1, open_high=True),
        Count("patience", 5, low=0),
        Real("min_delta", 0.0, low=0, flows=False),
    ),
    outputs=(Output("rates", "n"),),
    conventions=(
        Convention(
            "threshold",
            "How much better a loss must be",
            absolute="loss < best − min_delta: Keras, TensorFlow",
            relative="loss < best·(1 − min_delta): PyTorch",
        ),
        Convention(
            "patience_is",
            "When patience is at its end",
            reached="at the count patience: Keras, TensorFlow",
            exceeded="at the count patience + 1: PyTorch",
        ),
    ),
    cases=(
        Case("falling", losses=given(np.linspace(4.0, 1.0, 13)), **HALVES, hunts="a reduction though all goes well"),
        Case("flat", losses=given([1.0] * 20), **HALVES, hunts="an equal loss that counts as better"),
        Case("rising", losses=given(np.arange(1.0, 15.0)), **HALVES, hunts="a reduction at every loss, or only one"),
        Case(
            "just in time",
            losses=given([8.0, 9.0, 9.0, 9.0, 9.0, 7.0, 9.0, 9.0, 9.0, 9.0, 6.0, 9.0]),
            **HALVES,
            hunts="a count that an improvement does not set back",
        ),
        Case(
            "up and down",
            losses=given([4.0, 8.0, 5.0, 8.0, 5.0, 8.0, 5.0, 8.0, 5.0, 8.0, 5.0]),
            **HALVES,
            patience=3,
            hunts="a comparison with the loss before, not with the best",
        ),
        Case(
            "better than the last, not than the best",
            losses=given([1.0, 9.0, 9.0, 5.0, 4.0, 3.0, 2.0, 1.5, 1.25]),
            **HALVES,
            patience=2,
            hunts="a best loss that is forgotten at a reduction",
        ),
        Case("random", n=30, base_lr=0.5, patience=3, factor=0.7, hunts="a reduction at any wrong place"),
        Case(
            "random, falling",
            losses=given(1 + np.exp(-np.arange(40) / 8) + 0.05 * np.cos(7.0 * np.arange(40))),
            base_lr=0.1,
            patience=2,
            min_delta=0.003,
            factor=0.3,
            hunts="a reduction at any wrong place of an ordinary training",
        ),
        Case(
            "demanding",
            losses=given([8.0, 7.0, 6.5, 6.25, 5.5, 5.25, 5.0, 4.75, 4.5, 4.25, 4.0, 3.75]),
            **HALVES,
            patience=2,
            min_delta=0.625,
            hunts="a min_delta that is left out, or a share in place of a difference",
        ),
        Case(
            "demanding, a little worse",
            losses=given([8.0, 8.25, 8.5, 8.75, 9.0, 9.25, 9.5]),
            **HALVES,
            patience=2,
            min_delta=0.5,
            hunts="a min_delta of the wrong sign",
        ),
        Case(
            "better by just that much",
            losses=given([8.0, 7.0, 6.0, 5.0, 4.0]),
            **HALVES,
            patience=1,
            min_delta=1.0,
            when={"threshold": "absolute"},
            hunts="≤ for <: a difference of min_delta itself is not enough",
        ),
        Case(
            "NaN among the losses",
            losses=given([4.0, NAN, 3.0, NAN, NAN, 2.0, NAN, NAN, NAN, 1.0]),
            **HALVES,
            patience=2,
            hunts="a NaN that counts as better, after which nothing improves",
        ),
        Case("NaN first", losses=given([NAN, NAN, NAN, 2.0, 1.0]), **HALVES, patience=2, hunts="a NaN taken for best"),
        Case("patience of one", losses=given([3.0, 3.0, 2.0, 4.0, 4.0]), **HALVES, patience=1, hunts="an off-by-one"),
        Case("no patience", losses=given([3.0, 3.0, 2.0, 4.0, 1.0]), **HALVES, patience=0, hunts="a 0 taken for none"),
        Case("factor of zero", losses=given([1.0] * 7), **HALVES, factor=0.0, hunts="a 0 that is taken for not given"),
        Case("one loss", losses=given([3.0]), **HALVES, hunts="a first loss that does not count as better"),
        Case(
            "better by very little",
            losses=given(1 - 2.0**-40 * np.arange(9)),
            **HALVES,
            patience=2,
            dtypes=("float64",),
            hunts="losses that are compared in single precision, where these are all alike",
        ),
        Case("no losses", n=0, base_lr=0.5, hunts="an empty training that makes the schedule fail"),
        Case("rate of zero", losses=given([1.0] * 7), base_lr=0.0, exact=True, hunts="a rate of 0 taken for not given"),
    ),
    laws=(
        Law(
            "the rate never rises",
            lambda rates: np.diff(rates).clip(min=0),
            hunts="a rate that recovers",
        ),
        Law(
            "while all losses improve nothing is lowered",
            lambda rates, base_lr: rates - base_lr,
            hunts="a reduction though all goes well",
            where=lambda losses, min_delta: (
                min_delta == 0 and bool((losses[1:] < losses[:-1]).all()) and losses.size > 1
            ),
        ),
    ),
    rejects=(
        Reject("a table of losses", losses=of_shape((3, 4)), n=3, base_lr=0.5, hunts="losses with more than one axis"),
        Reject("a column of losses", losses=of_shape((3, 1)), n=3, base_lr=0.5, hunts="losses with a second axis"),
        Reject("a table without losses", losses=of_shape((0, 4)), n=0, base_lr=0.5, hunts="losses with a second axis"),
        Reject(
            "a table of NaN",
            losses=of_shape((3, 4), constant(NAN)),
            n=3,
            base_lr=0.5,
            hunts="losses with a second axis, none of which is ever the best",
        ),
        Reject("negative rate", n=5, base_lr=-0.5, hunts="a learning rate below 0"),
        Reject("negative factor", n=5, base_lr=0.5, factor=-0.5, hunts="a factor below 0, which flips the sign"),
        Reject("factor of one", n=5, base_lr=0.5, factor=1.0, hunts="a factor of 1, which lowers nothing"),
        Reject("negative patience", n=5, base_lr=0.5, patience=-1, hunts="a patience below 0"),
        Reject("negative min_delta", n=5, base_lr=0.5, min_delta=-0.1, hunts="a min_delta below 0"),
    ),
    cost=Cost(flops=lambda n: 2 * n, moved=lambda n, itemsize: 2 * itemsize * n),
    sizes=dict(
        tiny=Size("LeNet-5, 20 epochs", n=20, base_lr=0.01),
        small=Size("ResNet-56 on CIFAR-10, 164 epochs", n=164, base_lr=0.1),
        large=Size("a long training, judged every 100 of 1,000,000 iterations", n=10_000, base_lr=0.1),
    ),
)
