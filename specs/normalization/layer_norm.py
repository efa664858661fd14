"""Layer normalization: each row brought to mean 0 and variance 1 by itself, then scaled and shifted, and its gradients.

    µ = Σ x / D        σ² = Σ (x − µ)² / D        x̂ = (x − µ) / √(σ² + ε)        y = γ·x̂ + β

    dβ = Σ dy        dγ = Σ dy·x̂                                        over all rows
    dx = (δ − Σ δ / D − x̂ · Σ δ·x̂ / D) / √(σ² + ε)      with δ = γ·dy        over the row

x is (N, …, D), a batch of vectors, of sentences, of anything: every row along the last axis, D ≥ 1 values, stands alone.
µ and σ² belong to a row; γ (`gamma`) and β (`beta`), (D,), have one value for each place in a row, and are the same for
all rows. ε is `eps` ≥ 0, inside the root. Training and inference are the same, and no example knows of another. The
gradient goes through µ and σ², and γ cannot be taken out of its means: it differs along the row.

Where libraries differ:
    - ε is 1e-5 in PyTorch and ONNX, 1e-3 in Keras, 1e-6 in Flax. It is inside the root, and the variance the biased one,
      in all of them; the Annotated Transformer divides by n − 1 and adds ε outside.
    - Flax finds σ² as E[x²] − E[x]² by default, which loses all digits when |µ| is much larger than σ. It is the same
      formula, and a worse computation: here it fails.
    - Keras' means are float32 on JAX and PyTorch, even of float64.
    - Which axes are normalized can be chosen in most; the last one is the default of Keras and Flax, and what
      transformers need. For images, the paper's layer is group normalization with one group.

Edge cases: a row of equal values has σ² = 0 and gives y = β, thanks to ε; with ε = 0 it is 0/0 = NaN. A row of one value
is such a row. A NaN spoils its own row, and dγ. Without rows y is empty, and dγ and dβ are 0.

Ba, Kiros and Hinton, Layer Normalization, 2016, arXiv:1607.06450, equations 3 and 4. Defaults as in PyTorch 2.13.
"""

from primcheck.spec import Case, Cost, Law, Output, Primitive, Reject, Tensor, constant, given, normal, of_shape

from ._layout import EPS
from ._moments import bad_beta, bad_gradients, bad_parameters, finite, near, unshifted, usual_backward, usual_forward
from ._rows import EVEN, GAMMA, IMAGES, ROWS, SENTENCES, SIZES, SPIKED, X, elements, rows

HALF = dict(n=2, d=4, gamma=given([2, -4, 1, 8]), eps=3.0)

BETA = Tensor("beta", "d")

SHAPES = (
    Case("rows", **ROWS, hunts="statistics over the batch axis, or a variance divided by n − 1"),
    Case("as many rows as places", n=5, d=5, hunts="γ and β along the rows: both fit"),
    Case("sentences", **SENTENCES, hunts="statistics of a whole example in place of a row"),
    Case("four axes", **IMAGES, hunts="statistics over channels or positions"),
    Case("one row", n=1, d=5, hunts="a row that is taken for a batch"),
    Case("rows of two", n=4, d=2, hunts="a variance divided by n − 1: twice the right one"),
    Case("rows of one", n=4, d=1, hunts="a row that cannot vary: y is β"),
    Case("no rows", n=0, d=4, hunts="an empty batch that makes the call fail"),
    Case("no words", n=3, between=(0,), d=5, hunts="sentences without words that are taken for rows of nothing"),
    Case(
        "every row alike",
        n=3,
        d=4,
        x=given([[1, 3, -2, 5]] * 3),
        hunts="statistics over the batch axis, where nothing varies",
    ),
    Case("NaN in one row", **SPIKED, hunts="a NaN that is swallowed, or that spreads to another row"),
)

BAD = (
    *bad_parameters(ROWS, 5),
    Reject("gamma of the rows", **ROWS, gamma=of_shape((3,)), hunts="a γ with one value for each row"),
    Reject("rows of nothing", n=3, d=0, hunts="the mean of nothing"),
    Reject("words of nothing", n=3, between=(2,), d=0, hunts="the mean of nothing, along the last of three axes"),
)

layer_norm = Primitive(
    title="Layer normalization over the last axis",
    inputs=(X, GAMMA, BETA),
    options=(EPS,),
    outputs=(Output("y", rows),),
    cases=(
        *SHAPES,
        *usual_forward(ROWS, EVEN),
        Case("tiny variance", **ROWS, x=normal(std=1e-8), hunts="a variance that is rounded to 0, or divided by"),
        Case("mean of zero", **EVEN, x=given([[1, -1, 2, -2], [3, 0, -3, 0], [1, 1, 1, -3]]), hunts="all but the mean"),
        Case("deviation of one", **EVEN, x=given([[2, 1, 2, 1]] * 3), eps=0.75, hunts="all but a forgotten root"),
        Case(
            "by hand",
            **HALF,
            x=given([[1, 3, 1, 3], [7, -3, 3, 1]]),
            beta=given([0, 1, -0.5, 0.25]),
            exact=True,
            hunts="anything: means 2 and 2, variances 1 and 13, roots √(1 + 3) = 2 and √(13 + 3) = 4",
        ),
    ),
    laws=(
        Law(
            "rows have mean 0 before γ and β",
            lambda y, gamma, beta: unshifted(y, gamma, beta).mean(-1),
            hunts="values that are not centred by their own row",
            where=finite,
        ),
        Law(
            "rows have variance σ²/(σ² + ε) before γ and β",
            lambda y, x, gamma, beta, eps: unshifted(y, gamma, beta).var(-1) - x.var(-1) / (x.var(-1) + eps),
            hunts="values that are not scaled by their own row",
            where=lambda x: near(x, -1),
        ),
    ),
    rejects=(*BAD, *bad_beta(ROWS, 5)),
    cost=Cost(
        flops=lambda n, d, between=(): 8 * elements(n, d, between),
        moved=lambda n, d, itemsize, between=(): 2 * itemsize * elements(n, d, between),
    ),
    sizes=SIZES,
    independent="n",
)

layer_norm_backward = Primitive(
    title="The gradients of layer normalization",
    inputs=(Tensor("dy", rows), X, GAMMA),
    options=(EPS,),
    outputs=(Output("dx", rows), Output("dgamma", "d"), Output("dbeta", "d")),
    cases=(
        Case("large upstream gradient", **ROWS, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        *SHAPES,
        *usual_backward(ROWS, EVEN),
        Case(
            "by hand",
            **HALF,
            dy=given([[2, 0, 4, 0], [0, 1, 0, 1]]),
            x=given([[1, 3, 1, 3], [7, -3, 3, 1]]),
            exact=True,
            hunts="anything: x̂ is ∓½ and (5, −5, 1, −1)/4, γ·dy is (4, 0, 4, 0) and (0, −4, 0, 8)",
        ),
        Case(
            "by hand, one row",
            n=1,
            d=4,
            dy=given([[1, 1, -1, -1]]),
            x=given([[1, -1, 1, -1]]),
            gamma=constant(2),
            eps=3.0,
            exact=True,
            hunts="anything but the two means: γ·dy and γ·dy·x̂ sum to 0, so that dx is dy",
        ),
        Case(
            "by hand, gradient that sums to zero",
            n=1,
            d=4,
            dy=given([[3, -1, -1, -1]]),
            x=given([[1, -1, 1, -1]]),
            gamma=constant(2),
            eps=3.0,
            exact=True,
            hunts="anything but the mean of γ·dy: it is 0",
        ),
    ),
    laws=(
        Law(
            "dx sums to zero",
            lambda dx: dx.sum(-1),
            hunts="a mean taken as a constant: adding one number to all of a row changes nothing",
            where=finite,
        ),
        Law(
            "dx is at right angles to x",
            lambda dx, x: (dx * x).sum(-1),
            hunts="a variance taken as a constant: without ε, stretching a row changes nothing",
            where=lambda eps: eps == 0,
        ),
    ),
    rejects=(*BAD, *bad_gradients(ROWS, (3, 5))),
    cost=Cost(
        flops=lambda n, d, between=(): 14 * elements(n, d, between),
        moved=lambda n, d, itemsize, between=(): 3 * itemsize * elements(n, d, between),
    ),
    sizes=SIZES,
    independent=None,
)
