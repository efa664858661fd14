"""The pruning of weights by their size: small ones become 0.

    y  = 0        where |w| < t
         w        elsewhere

w may have any shape; y has the same one, and each element stands alone. t is `threshold`, 0 or more, in the unit of the
weights. A weight exactly at the threshold stays, so that a threshold of 0 prunes nothing. What stays is unchanged to
the bit, what goes is exactly 0; nothing is rounded.

In the paper the threshold of a layer is a factor times the standard deviation of its weights. PyTorch's
torch.nn.utils.prune asks for a number or share of weights to be pruned in place of a threshold, and keeps a mask, so
that they stay pruned in training. torch.nn.functional.hardshrink is this function but for the weights at the threshold,
which it prunes; softshrink moves what stays towards 0 by the threshold. ±∞ stay, as does NaN, which is not below any
threshold.

Han, Pool, Tran and Dally, Learning both Weights and Connections for Efficient Neural Networks, NIPS 2015,
arXiv:1506.02626, section 3. PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import Case, Law, Output, Primitive, Real, Reject, Tensor, choice, constant, given, normal, uniform

from ._weights import all_finite, elementwise_cost, weight_sizes

AT_THE_THRESHOLD = [[0.5, -0.5, 0.25], [-0.75, 0.4375, -0.4375]]
MIXED_COLUMNS = [[4.0, 0.125, -0.5], [0.125, -0.125, 2.0], [-0.25, 0.5, 0.0]]

magnitude_prune = Primitive(
    title="The pruning of weights by their size",
    inputs=(Tensor("w"),),
    options=(Real("threshold", low=0, flows=False),),
    outputs=(Output("pruned", exact=True),),
    cases=(
        Case("matrix", size=(3, 4), threshold=0.5, hunts="a comparison turned round, or without the absolute value"),
        Case("vector", size=(7,), threshold=0.75, hunts="code that takes it for granted that there are two axes"),
        Case("filters", size=(2, 3, 3, 2), threshold=1.0, hunts="filters that are pruned as a whole"),
        Case("small columns", w=given(MIXED_COLUMNS), threshold=0.375, hunts="columns that are pruned as a whole"),
        Case("at the threshold", w=given(AT_THE_THRESHOLD), threshold=0.5, hunts="≤ in place of <"),
        Case("only at the threshold", size=(3, 4), w=choice(-2, 2), threshold=2.0, hunts="≤ in place of <"),
        Case("positive", size=(3, 4), w=uniform(0.1, 2), threshold=0.5, hunts="anything but the absolute value"),
        Case("negative", size=(3, 4), w=uniform(-2, -0.1), threshold=0.5, hunts="negative weights that are all pruned"),
        Case(
            "all large", size=(3, 4), w=uniform(3, 4), threshold=0.5, hunts="weights that are changed though they stay"
        ),
        Case(
            "all small", size=(3, 4), w=uniform(-0.1, 0.1), threshold=0.5, hunts="a threshold relative to the weights"
        ),
        Case("threshold of zero", size=(3, 4), threshold=0.0, hunts="a threshold of 0 taken for one not given"),
        Case("large threshold", size=(3, 4), w=normal(std=3), threshold=2.5, hunts="w², or a share, above 1"),
        Case("tiny threshold", size=(3, 4), w=normal(std=1e-9), threshold=1e-9, hunts="a threshold rounded away"),
        Case(
            "huge weights", size=(3, 4), w=normal(std=1e25), threshold=1e25, hunts="squares, which overflow in float32"
        ),
        Case("exact zeros", size=(4, 5), w=choice(-1, 0, 0, 1), threshold=0.5, hunts="a quotient w/|w|"),
        Case("all zero", size=(3, 4), w=constant(0), threshold=0.5, hunts="0/0 where there is nothing left to prune"),
        Case("not a number", w=given([[np.nan, 1.0], [0.25, -2.0]]), threshold=0.5, hunts="a NaN that is pruned"),
        Case("infinities", w=given([np.inf, -np.inf, 0.25, 1.0]), threshold=0.5, hunts="a mask as a factor: ∞ times 0"),
        Case("one weight", size=(1,), w=constant(3), threshold=0.5, hunts="a result that loses its shape"),
        Case("scalar weight", size=(), w=constant(-3), threshold=0.5, hunts="a weight without axes"),
        Case("no weights", size=(0, 4), threshold=0.5, hunts="an empty layer that makes the call fail"),
        Case(
            "by hand",
            w=given([[0.25, -3.0, 0.0], [1.0, -0.75, 2.0]]),
            threshold=1.0,
            exact=True,
            hunts="anything: −3, 1 and 2 stay, the rest is 0",
        ),
    ),
    laws=(
        Law(
            "a weight stays or goes",
            lambda w, pruned: np.where(pruned == 0, 0, pruned - w),
            hunts="weights that are changed though they stay",
            where=all_finite,
            exact=True,
        ),
    ),
    rejects=(
        Reject("negative threshold", size=(3, 4), threshold=-0.5, hunts="a threshold that nothing is below"),
        Reject("threshold is no number", size=(3, 4), threshold=float("nan"), hunts="a NaN that nothing is below"),
    ),
    cost=elementwise_cost(2),
    sizes=weight_sizes(threshold=0.5),
    independent="*",
)
