"""The L2 penalty, known as weight decay and as ridge, and its gradient.

    P      = c · λ · Σ w²

    ∂P/∂w  = 2c · λ · w

The sum runs over all elements of w, which may have any shape. λ is `strength`, 0 or more. P is a single number, to be
added to the loss; the gradient has w's shape, and each of its elements stands alone.

c is the convention `factor`: ½, so that the gradient is just λ · w, or 1, so that it is 2 · λ · w. Whoever takes over a
strength from elsewhere has to double or halve it with the convention, and whoever writes penalty and gradient must take
the same c in both. What optimizers call weight decay adds λ · w to the gradient: that is c = ½.

The penalty is a sum, not a mean: it does not know how many weights or examples there are. Large weights are pulled
harder than small ones, so that few arrive at exactly 0. Without weights P is 0. A NaN among the weights makes P NaN,
but spoils only its own element of the gradient.

Krogh and Hertz, A Simple Weight Decay Can Improve Generalization, NIPS 1991, equations 1 and 2. PyTorch 2.13, Keras 3.15
(regularizers.L2, with a strength of 0.01 unless told; 0 in L1L2), Deep Learning from Scratch, CS231n assignments 1, 2.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Law,
    Output,
    Primitive,
    Real,
    Reject,
    Tensor,
    choice,
    constant,
    given,
    normal,
    uniform,
)

from ._weights import all_finite, elementwise_cost, penalty_cost, weight_sizes

STRENGTH = Real("strength", low=0)
FACTOR = Convention(
    "factor",
    "Whether the penalty has a ½ in front",
    half="½ · λ · Σ w²: weight decay in PyTorch and Caffe, Deep Learning from Scratch, CS231n's assignment 2",
    one="λ · Σ w²: Keras, CS231n's assignment 1",
)

BAD_STRENGTH = (
    Reject("negative strength", size=(3, 4), strength=-0.1, hunts="a penalty that rewards large weights"),
    Reject("strength is no number", size=(3, 4), strength=float("nan"), hunts="a NaN that slips through a comparison"),
)

CASES = (
    Case("matrix", size=(3, 4), strength=0.3, hunts="a wrong factor, a mean, or a strength that is built in"),
    Case("vector", size=(5,), strength=0.3, hunts="code that takes it for granted that there are two axes"),
    Case("filters", size=(2, 3, 3, 2), strength=0.05, hunts="a sum over some of the axes"),
    Case("row", size=(1, 6), strength=0.3, hunts="a sum down the columns only"),
    Case("positive", size=(3, 4), w=uniform(0.5, 2), strength=0.3, hunts="anything but a sign"),
    Case("negative", size=(3, 4), w=uniform(-2, -0.5), strength=0.3, hunts="a sign that is lost"),
    Case("ones and zeros", size=(4, 5), w=choice(-1, 0, 1), strength=0.3, hunts="a wrong factor, where 1² is 1"),
    Case("all zero", size=(3, 4), w=constant(0), strength=0.5, exact=True, hunts="0/0, or a force on what is 0"),
    Case("tiny weights", size=(3, 4), w=normal(std=1e-9), strength=0.3, hunts="small weights that are taken for 0"),
    Case("huge weights", size=(3, 4), w=normal(std=1e15), strength=0.3, hunts="a penalty that is clipped"),
    Case("strength of zero", size=(3, 4), strength=0.0, exact=True, hunts="a strength of 0 taken for one not given"),
    Case("strength of one", size=(3, 4), strength=1.0, hunts="a wrong factor, where the strength cannot be wrong"),
    Case("usual strength", size=(3, 4), strength=0.01, hunts="anything but the strength that is often built in"),
    Case("not a number", w=given([[1.0, np.nan], [-2.0, 0.0]]), strength=0.5, hunts="a NaN that disappears"),
    Case("one weight", size=(1,), strength=0.3, hunts="a result of another shape"),
    Case("scalar weight", size=(), strength=0.3, hunts="a weight without axes"),
    Case(
        "several thousand weights",
        size=(4097,),
        w=choice(-3, -1, 1, 2),
        strength=0.25,
        exact=True,
        hunts="a sum taken in blocks, of which one, or a last single weight, is left out or counted twice",
    ),
    Case("no weights", size=(0, 4), strength=0.3, hunts="an empty layer that makes the call fail"),
)
BY_HAND = dict(w=given([[1.0, -2.0, 0.0], [3.0, 1.0, -1.0]]), strength=0.25, exact=True)

l2_penalty = Primitive(
    title="The L2 penalty",
    inputs=(Tensor("w"),),
    options=(STRENGTH,),
    outputs=(Output("penalty", ""),),
    conventions=(FACTOR,),
    cases=(*CASES, Case("by hand", **BY_HAND, hunts="anything: the squares sum to 16, a quarter of which is 4; or 2")),
    laws=(
        Law(
            "the penalty is not negative",
            lambda penalty: np.minimum(penalty, 0),
            hunts="a sign",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=BAD_STRENGTH,
    cost=penalty_cost(2),
    sizes=weight_sizes(strength=0.0005),
)

l2_penalty_gradient = Primitive(
    title="The gradient of the L2 penalty",
    inputs=(Tensor("w"),),
    options=(STRENGTH,),
    outputs=(Output("dw"),),
    conventions=(FACTOR,),
    cases=(*CASES, Case("by hand", **BY_HAND, hunts="anything: a quarter, or half, of each weight")),
    laws=(
        Law(
            "the gradient pulls towards 0",
            lambda w, dw: np.minimum(np.sign(w) * dw, 0),
            hunts="a sign that makes weights grow",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=BAD_STRENGTH,
    cost=elementwise_cost(1),
    sizes=weight_sizes(strength=0.0005),
    independent="*",
)
