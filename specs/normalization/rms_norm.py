"""Root mean square normalization: each row divided by the root of its mean square, then scaled, and its gradients.

    r  = √(Σ x² / D + ε)        x̂ = x / r        y = γ·x̂

    dγ = Σ dy·x̂                                         over all rows
    dx = (δ − x̂ · Σ δ·x̂ / D) / r      with δ = γ·dy        over the row

x is (N, …, D): every row along the last axis, D ≥ 1 values, stands alone. r belongs to a row; γ (`gamma`), (D,), has one
value for each place in a row. ε is `eps` ≥ 0, inside the root. It is layer normalization without the mean: nothing is
subtracted and nothing added, so that a row of zeros stays zeros. The gradient goes through r.

Where libraries differ: in PyTorch ε is the rounding unit of the numbers at hand unless told otherwise, 1.2e-7 in float32
and 2.2e-16 in float64; Keras and Flax have 1e-6, LLaMA has had 1e-6 and 1e-5. It is 1e-5 here, as in the other
normalizations. ε is inside the root everywhere. Keras' means are float32 on JAX and PyTorch, even of float64. Gemma
multiplies by 1 + γ. The paper also has a version that takes the mean over a part of the row only (pRMSNorm), which no
library has.

Edge cases: a row of zeros gives zeros, thanks to ε; with ε = 0 it is 0/0 = NaN. A NaN spoils its own row, and dγ.
Without rows y is empty, and dγ is 0.

Zhang and Sennrich, Root Mean Square Layer Normalization, NeurIPS 2019, arXiv:1910.07467, equation 4; ε as in
torch.nn.RMSNorm of PyTorch 2.13.
"""

from primcheck.spec import (
    Case,
    Cost,
    Law,
    Output,
    Primitive,
    Reject,
    Tensor,
    choice,
    constant,
    given,
    mostly,
    normal,
    of_shape,
)

from ._layout import EPS
from ._moments import bad_gradients, bad_parameters, finite
from ._rows import EVEN, GAMMA, IMAGES, ROWS, SENTENCES, SIZES, SPIKED, X, elements, rows

SHAPES = (
    Case("rows", **ROWS, hunts="squares summed over the batch axis, or not averaged"),
    Case("as many rows as places", n=5, d=5, hunts="γ along the rows: both fit"),
    Case("sentences", **SENTENCES, hunts="a mean square of a whole example in place of a row"),
    Case("four axes", **IMAGES, hunts="a mean square over channels or positions"),
    Case("one row", n=1, d=5, hunts="a row that is taken for a batch"),
    Case("rows of one", n=4, d=1, hunts="a row whose mean square is the square of its value"),
    Case("no rows", n=0, d=4, hunts="an empty batch that makes the call fail"),
    Case("no words", n=3, between=(0,), d=5, hunts="sentences without words that are taken for rows of nothing"),
    Case("rows of zeros", **EVEN, x=constant(0), hunts="0/0 where ε should prevent it"),
    Case("all equal", **EVEN, x=constant(3), hunts="a mean that is subtracted"),
    Case("mean of zero", **EVEN, x=given([[1, -1, 2, -2], [3, 0, -3, 0], [1, 1, 1, -3]]), hunts="all but the mean"),
    Case("mean of ten", **ROWS, x=normal(mean=10), hunts="a mean that is subtracted, or the squares about it"),
    Case("mean of a thousand", **ROWS, x=normal(mean=1000), hunts="a mean that is subtracted, or the squares about it"),
    Case(
        "small values", **ROWS, x=normal(std=0.003), hunts="ε outside the root or forgotten: the mean square is about ε"
    ),
    Case("large epsilon", **ROWS, eps=0.5, hunts="an ε that is built in, forgotten, or outside the root"),
    Case("without epsilon", **ROWS, eps=0.0, hunts="an ε of 0 that is taken for one not given"),
    Case("scale of one", **ROWS, gamma=constant(1), hunts="anything but a forgotten or misplaced γ"),
    Case("NaN in one row", **SPIKED, hunts="a NaN that is swallowed, or that spreads to another row"),
)

BAD = (
    *bad_parameters(ROWS, 5),
    Reject("gamma of the rows", **ROWS, gamma=of_shape((3,)), hunts="a γ with one value for each row"),
    Reject("rows of nothing", n=3, d=0, hunts="the mean of nothing"),
    Reject("words of nothing", n=3, between=(2,), d=0, hunts="the mean of nothing, along the last of three axes"),
)

BY_HAND = dict(n=2, d=2, x=given([[1, -1], [1, 5]]), gamma=given([2, -4]), eps=3.0)

rms_norm = Primitive(
    title="Root mean square normalization over the last axis",
    inputs=(X, GAMMA),
    options=(EPS,),
    outputs=(Output("y", rows),),
    cases=(
        *SHAPES,
        Case("huge values", **ROWS, x=normal(std=1e15), hunts="an overflow, or values that are clipped"),
        Case(
            "by hand",
            **BY_HAND,
            hunts="anything: mean squares 1 and 13, roots √(1 + 3) = 2 and √(13 + 3) = 4",
        ),
    ),
    laws=(
        Law(
            "rows have the mean square m/(m + ε) before γ",
            lambda y, x, gamma, eps: ((y / gamma) ** 2).mean(-1) * ((x**2).mean(-1) + eps) - (x**2).mean(-1),
            hunts="values that are not scaled by their own row",
            where=finite,
        ),
    ),
    rejects=BAD,
    cost=Cost(
        flops=lambda n, d, between=(): 4 * elements(n, d, between),
        moved=lambda n, d, itemsize, between=(): 2 * itemsize * elements(n, d, between),
    ),
    sizes=SIZES,
    independent="n",
)

rms_norm_backward = Primitive(
    title="The gradients of root mean square normalization",
    inputs=(Tensor("dy", rows), X, GAMMA),
    options=(EPS,),
    outputs=(Output("dx", rows), Output("dgamma", "d")),
    cases=(
        Case("large upstream gradient", **ROWS, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        *SHAPES,
        Case("scales of zero", **ROWS, gamma=choice(0, 0, -1.5), hunts="a dγ that is found from y by dividing by γ"),
        Case("gradient of zero", **ROWS, dy=constant(0), hunts="gradients that do not come from dy"),
        Case("sparse gradient", **ROWS, dy=mostly(constant(0), 0.2, normal()), hunts="a mean over fewer than D values"),
        Case("wide values", **ROWS, x=normal(std=30), hunts="x where x̂ belongs"),
        Case("tiny gradient", **ROWS, dy=normal(std=1e-12), hunts="gradients that are cut off"),
        Case(
            "by hand",
            **BY_HAND,
            dy=given([[2, -1], [4, 1]]),
            hunts="anything: x̂ is ±½ and (1, 5)/4, γ·dy is (4, 4) and (8, −4)",
        ),
        Case(
            "by hand, gradient that sums to zero",
            n=1,
            d=2,
            x=given([[1, -1]]),
            dy=given([[2, 1]]),
            gamma=given([2, -4]),
            eps=3.0,
            hunts="anything but the mean of γ·dy: it is 0",
        ),
    ),
    laws=(
        Law(
            "dx is at right angles to x",
            lambda dx, x: (dx * x).sum(-1),
            hunts="a root taken as a constant: without ε, stretching a row changes nothing",
            where=lambda eps: eps == 0,
        ),
    ),
    rejects=(*BAD, *bad_gradients(ROWS, (3, 5))),
    cost=Cost(
        flops=lambda n, d, between=(): 11 * elements(n, d, between),
        moved=lambda n, d, itemsize, between=(): 3 * itemsize * elements(n, d, between),
    ),
    sizes=SIZES,
    independent=None,
)
