"""The triplet loss of embeddings, and its three gradients.

    L   = Σᵢ max(0, d(aᵢ, pᵢ) − d(aᵢ, nᵢ) + margin) / N

    ∂aᵢ = (∇d(aᵢ, pᵢ) − ∇d(aᵢ, nᵢ)) / N
    ∂pᵢ = −∇d(aᵢ, pᵢ) / N                  where d(aᵢ, pᵢ) − d(aᵢ, nᵢ) + margin > 0; all three are 0 elsewhere
    ∂nᵢ = ∇d(aᵢ, nᵢ) / N

The anchors a, the positives p and the negatives n are (N, D), one embedding per row; the margin is at least 0. L is a
single number, the mean over all N rows, those that keep the margin among them. d is the convention `distance`:

    squared      d(a, b) = Σⱼ (aⱼ − bⱼ)²        ∇d(a, b) = 2(a − b)
    euclidean    d(a, b) = √Σⱼ (aⱼ − bⱼ)²       ∇d(a, b) = (a − b) / d(a, b), and 0 where d = 0

A row that just keeps the margin is at the kink and has gradient 0; so has a Euclidean distance of 0, which happens
whenever an example is its own positive, and would otherwise be 0/0. A row with a NaN makes L NaN; what its gradients
are is left open. The mean over no rows is NaN.

Where libraries differ: PyTorch adds 1e-6 to every signed difference unless told otherwise, so that equal embeddings are
1e-6·√D apart; optax adds it under the root. The margin is 1 in PyTorch, 0.2 in Chainer, as here. PyTorch's swap takes
the smaller of d(a, n) and d(p, n). The gradient of a norm at 0 is 0 in PyTorch, NaN in JAX and TensorFlow. Embeddings
are usually scaled to length 1 beforehand, which is not part of the loss; the length is kept from 0 by max(Σ x², 1e-12)
under TensorFlow's root, by max(‖x‖, 1e-12) in PyTorch.

Schroff, Kalenichenko and Philbin, FaceNet, CVPR 2015, equation 2. Distances as measured in PyTorch 2.13, optax 0.2 and
Chainer 7.8, gradients at 0 also in JAX 0.10 and TensorFlow 2.21.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Size,
    Tensor,
    constant,
    given,
    normal,
    of_shape,
    uniform,
)

DISTANCE = Convention(
    "distance",
    "Which distance of the embeddings",
    squared="the square: FaceNet, Chainer, the face recognition exercise of Coursera",
    euclidean="the Euclidean distance: PyTorch, optax",
)

INPUTS = (Tensor("anchor", "n d"), Tensor("positive", "n d"), Tensor("negative", "n d"))

SIZES = dict(
    tiny=Size("FaceNet, embeddings of length 128, 16 triplets", n=16, d=128),
    small=Size("FaceNet, embeddings of length 128, 600 triplets", n=600, d=128),
    large=Size("FaceNet, embeddings of length 128, 16,384 triplets", n=16384, d=128),
)

NEARBY = dict(anchor=uniform(-0.1, 0.1), positive=normal(mean=3, std=0.1), negative=uniform(0.4, 0.6))
LEARNT = dict(anchor=uniform(-0.1, 0.1), positive=uniform(0.4, 0.6), negative=normal(mean=3, std=0.1))
WITHIN_THE_MARGIN = dict(
    anchor=given([[0.0, 0.0], [1.0, 1.0], [2.0, 0.0]]),
    positive=given([[1.0, 0.0], [1.0, 2.0], [2.0, 1.5]]),
    negative=given([[1.5, 0.0], [1.0, 2.25], [0.0, 0.0]]),
    margin=2.0,
)
# Distances of 0 and 1, which are their own squares.
AT_THE_KINK = dict(
    anchor=given([[0.0, 2.0], [1.0, 1.0], [3.0, 0.0], [0.0, 0.0]]),
    positive=given([[0.0, 2.0], [1.0, 1.0], [3.0, 1.0], [0.0, 0.0]]),
    negative=given([[1.0, 2.0], [1.0, 0.0], [4.0, 0.0], [0.0, -1.0]]),
    margin=1.0,
)
# With squared distances the first row keeps the usual margin of 0.2 by 0.001, and the second is right by half of it.
JUST_LEARNT = dict(
    anchor=given([[0.0, 0.0], [0.0, 0.0]]),
    positive=given([[0.5, 0.0], [0.5, 0.0]]),
    negative=given([[0.67157, 0.0], [0.0, 0.59161]]),
)
COLLAPSED = dict(anchor=constant(1.5), positive=constant(1.5), negative=constant(1.5), margin=0.5)
OWN_POSITIVE = dict(
    anchor=given([[1.0, 2.0], [0.0, 0.0]]),
    positive=given([[1.0, 2.0], [0.0, 2.0]]),
    negative=given([[5.0, 2.0], [0.0, 0.0]]),
    margin=32.0,
)
UNDEFINED = dict(
    anchor=given([[0.0, np.nan], [0.0, 0.0]]),
    positive=given([[1.0, 0.0], [2.0, 0.0]]),
    negative=given([[9.0, 0.0], [1.0, 0.0]]),
)
# Differences (3, 4) and (0, 1) in the first row, (0, 2) and (6, 8) in the second: distances 5, 1, 2 and 10.
EXAMPLE = dict(
    anchor=given([[1.0, 2.0], [6.0, 8.0]]),
    positive=given([[-2.0, -2.0], [6.0, 6.0]]),
    negative=given([[1.0, 1.0], [0.0, 0.0]]),
    margin=0.5,
)

CASES = (
    Case("rows", n=6, d=3, hunts="rows that are not cut off one by one, or a mean over the wrong rows"),
    Case("wide margin", n=4, d=5, margin=20.0, hunts="a margin that is subtracted, or built in"),
    Case("margin of one", n=5, d=4, margin=1.0, hunts="a margin that is built in"),
    Case("no margin", n=5, d=4, margin=0.0, hunts="a margin of 0 that is taken for a missing one"),
    Case("nothing learnt yet", n=4, d=3, **NEARBY, hunts="a mean over the features in place of a sum"),
    Case("all learnt", n=4, d=3, **LEARNT, hunts="triplets that keep the margin and still cost, or learn"),
    Case("within the margin", **WITHIN_THE_MARGIN, hunts="rows that are right, but not by the margin, left out"),
    Case("one row", n=1, d=6, margin=10.0, hunts="a distance over the whole batch, or a sum in place of a mean"),
    Case("one feature", n=6, d=1, hunts="features and rows exchanged"),
    Case("many features", n=2, d=100, margin=50.0, hunts="a margin that is measured against a mean"),
    Case(
        "large embeddings",
        n=4,
        d=3,
        anchor=normal(std=100),
        positive=normal(std=100),
        hunts="a distance multiplied out",
    ),
    Case(
        "collapsed", n=4, d=2, **COLLAPSED, exact=True, hunts="0/0 where all embeddings are one point: L is the margin"
    ),
    Case("its own positive", **OWN_POSITIVE, exact=True, hunts="0/0 where an example is its own positive, or negative"),
    Case("just learnt", **JUST_LEARNT, hunts="a margin that is not 0.2 unless another one is asked for"),
    Case("at the kink", **AT_THE_KINK, exact=True, hunts="≥ for >: rows that just keep the margin go on learning"),
    Case("no rows", n=0, d=3, hunts="an empty batch that makes the call fail"),
)

REJECTS = (
    Reject("anchor of one row", n=3, d=4, anchor=of_shape((1, 4)), hunts="an anchor that broadcasts"),
    Reject("positive of one row", n=3, d=4, positive=of_shape((1, 4)), hunts="a positive that broadcasts"),
    Reject("negative of one row", n=3, d=4, negative=of_shape((1, 4)), hunts="a negative that broadcasts"),
    Reject("negative of a column", n=3, d=4, negative=of_shape((3, 1)), hunts="a negative that broadcasts"),
    Reject(
        "vectors",
        n=3,
        d=4,
        anchor=of_shape((4,)),
        positive=of_shape((4,)),
        negative=of_shape((4,)),
        hunts="a single triplet, whose features would be taken for rows",
    ),
    Reject("no features", n=3, d=0, hunts="embeddings of nothing, which are all the same"),
    Reject("negative margin", n=3, d=4, margin=-0.5, hunts="a margin that asks for the opposite"),
)

triplet_loss = Primitive(
    title="The triplet loss",
    inputs=INPUTS,
    options=(Real("margin", 0.2, low=0.0),),
    outputs=(Output("loss", ""),),
    conventions=(DISTANCE,),
    cases=(
        *CASES,
        Case("not a number", **UNDEFINED, hunts="a NaN that max(0, ·) makes disappear"),
        Case(
            "by hand", **EXAMPLE, exact=True, hunts="anything: d is 5, 1, 2, 10 or its square; only the first row costs"
        ),
    ),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="rows that are not cut off at 0",
            where=lambda n, anchor: n > 0 and bool(np.isfinite(anchor).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda n, d: 6 * n * d, moved=lambda n, d, itemsize: 3 * itemsize * n * d),
    sizes=SIZES,
)

triplet_loss_backward = Primitive(
    title="The three gradients of the triplet loss",
    inputs=INPUTS,
    options=(Real("margin", 0.2, low=0.0, flows=False),),
    outputs=(Output("danchor", "n d"), Output("dpositive", "n d"), Output("dnegative", "n d")),
    conventions=(DISTANCE,),
    cases=(
        *CASES,
        Case("by hand", **EXAMPLE, hunts="anything: the second row keeps the margin; the first has (3, 4) and (0, 1)"),
    ),
    laws=(
        Law(
            "moving all three alike changes nothing",
            lambda danchor, dpositive, dnegative: (danchor + dpositive + dnegative).sum(),
            hunts="an anchor that takes part in one distance only, or a wrong sign",
            # In one dimension push and pull of the roots are ±1 and cancel to the bit: there is no scale to judge by.
            where=lambda distance, d: distance == "squared" or d > 1,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda n, d: 11 * n * d, moved=lambda n, d, itemsize: 6 * itemsize * n * d),
    sizes=SIZES,
)
