"""Group normalization: groups of neighbouring channels brought to mean 0 and variance 1, each example by itself.

    µ = Σ x / n        σ² = Σ (x − µ)² / n        x̂ = (x − µ) / √(σ² + ε)        y = γ·x̂ + β

    dβ = Σ dy        dγ = Σ dy·x̂                                        over examples and positions
    dx = (δ − Σ δ / n − x̂ · Σ δ·x̂ / n) / √(σ² + ε)      with δ = γ·dy        over the group

x is (N, C), or (N, C, H, W) for images. `groups` = G divides C: group g of an example is the channels from g·C/G up to
(g + 1)·C/G, with all their positions, n = C/G or C/G·H·W values. µ and σ² belong to one group of one example; γ
(`gamma`) and β (`beta`), (C,), have one value per channel. ε is `eps` ≥ 0, inside the root. Training and inference are
the same, and no example knows of another. γ differs within a group, so it cannot be taken out of the gradient's means.

One group is the layer normalization of whole images, with γ and β per channel; as many groups as channels is instance
normalization.

Libraries agree on the formula, on the biased variance, and on groups of neighbouring channels. ε is 1e-5 in PyTorch and
ONNX, 1e-3 in Keras, 1e-6 in Flax; Keras and Flax have 32 groups unless told otherwise, as the paper has. Flax finds σ²
as E[x²] − E[x]² by default, which loses all digits when |µ| is much larger than σ: the same formula, a worse
computation. Keras' means are float32 on JAX and PyTorch, even of float64. Keras and Flax keep the channels last. ONNX
had γ and β per group before its opset 21.

Edge cases: a group of equal values has σ² = 0 and gives y = β, thanks to ε; with ε = 0 it is 0/0 = NaN. One value per
group is such a group; PyTorch refuses a batch of nothing else. A NaN spoils its own group of its own example. Without
examples y is empty, and dγ and dβ are 0.

Wu and He, Group Normalization, ECCV 2018, arXiv:1803.08494, equations 1, 2, 3, 6 and 7. Defaults as in PyTorch 2.13.
"""

from primcheck.spec import (
    Case,
    Cost,
    Count,
    Law,
    Output,
    Primitive,
    Reject,
    Size,
    Tensor,
    constant,
    given,
    normal,
    of_shape,
)

from ._layout import EPS, X, elements, examples
from ._moments import bad_beta, bad_gradients, bad_parameters, finite, near, unshifted, usual_backward, usual_forward

NAN = float("nan")
IMAGES = dict(n=2, c=6, spatial=(2, 3), groups=3)
EVEN = dict(n=2, c=4, spatial=(1, 4), groups=2)
DENSE = dict(n=4, c=6, groups=2)
BATCH = [[[[1, 3]], [[1, 3]], [[7, -3]], [[3, 1]]]]
HALF = dict(n=1, c=4, spatial=(1, 2), groups=2, x=given(BATCH), gamma=given([2, -4, 1, 8]), eps=3.0)
SPIKED = dict(n=2, c=4, groups=2, x=given([[1, 2, NAN, 0], [1, -1, 2, 0.5]]))

GAMMA, BETA = Tensor("gamma", "c"), Tensor("beta", "c")
OPTIONS = (Count("groups", low=1), EPS)

SIZES = dict(
    tiny=Size("ResNet-20 on CIFAR-10, the last stage, 2 images", n=2, c=64, spatial=(8, 8), groups=8),
    small=Size("ResNet-50, the last stage, 8 images, 32 groups", n=8, c=512, spatial=(7, 7), groups=32),
    large=Size("ResNet-50, the first stage, 32 images, 32 groups", n=32, c=64, spatial=(56, 56), groups=32),
)

SHAPES = (
    Case("images", **IMAGES, hunts="statistics over other channels, other examples, or single positions"),
    Case("dense layer", **DENSE, hunts="an x of two axes that is taken for an image"),
    Case("as many groups as channels of each", n=2, c=4, spatial=(2, 3), groups=2, hunts="all but G taken for C/G"),
    Case("as wide as deep", n=2, c=4, spatial=(2, 4), groups=2, hunts="γ and β that broadcast along the width"),
    Case("one group", n=2, c=4, spatial=(2, 3), groups=1, hunts="anything but channels cut into groups wrongly"),
    Case("a group for each channel", n=2, c=3, spatial=(2, 3), groups=3, hunts="all but neighbours mixed in"),
    Case("one channel", n=3, c=1, spatial=(3, 2), groups=1, hunts="an axis of length 1 that is dropped"),
    Case("one image", n=1, c=6, spatial=(3, 2), groups=2, hunts="anything but examples mixed: there is only one"),
    Case("one position", n=3, c=6, spatial=(1, 1), groups=2, hunts="an image of one pixel taken for a dense layer's"),
    Case("one unit", n=3, c=1, groups=1, hunts="a dense layer of one unit that is refused"),
    Case("one value per group", n=3, c=4, groups=4, hunts="a group that cannot vary: y is β"),
    Case("no examples", n=0, c=4, spatial=(2, 2), groups=2, hunts="an empty batch that makes the call fail"),
    Case("NaN in one group", **SPIKED, hunts="a NaN that is swallowed, or that spreads to another group"),
)

BAD = (
    *bad_parameters(IMAGES, 6),
    Reject("three axes", **IMAGES, x=of_shape((2, 6, 4)), hunts="an x that is neither (N, C) nor (N, C, H, W)"),
    Reject("three axes, one value", **IMAGES, x=of_shape((2, 6, 1)), hunts="an x with a last axis of one value"),
    Reject("groups that do not divide", **{**IMAGES, "groups": 4}, hunts="groups of different sizes"),
    Reject("no groups", **{**IMAGES, "groups": 0}, hunts="a division of the channels by 0"),
    Reject("negative groups", **{**IMAGES, "groups": -2}, hunts="fewer than no groups"),
    Reject("more groups than channels", **{**IMAGES, "groups": 12}, hunts="groups without channels"),
    Reject("gamma per group", **IMAGES, gamma=of_shape((3,)), hunts="a γ with one value for each group"),
    Reject("images without rows", n=2, c=4, spatial=(0, 3), groups=2, hunts="the mean of nothing"),
    Reject("no channels", n=2, c=0, spatial=(2, 3), groups=3, hunts="the mean of nothing"),
    Reject("no examples, bad groups", n=0, c=5, spatial=(2, 2), groups=2, hunts="groups that an empty batch hides"),
)


def grouped(values, n, groups):
    """One group along the last axis."""
    return values.reshape(n, groups, -1)


def recovered(y, gamma, beta, n, groups):
    """x̂, one group along the last axis."""
    return grouped(unshifted(y.reshape(n, gamma.size, -1), gamma[:, None], beta[:, None]), n, groups)


group_norm = Primitive(
    title="Group normalization",
    inputs=(X, GAMMA, BETA),
    options=OPTIONS,
    outputs=(Output("y", examples),),
    cases=(
        *SHAPES,
        *usual_forward(IMAGES, EVEN),
        Case("mean of zero", n=1, c=4, groups=2, x=given([[1, -1, 3, -3]]), hunts="anything but the mean: it is 0"),
        Case("deviation of one", n=1, c=4, groups=2, x=given([[2, 1, 0, 1]]), eps=0.75, hunts="a forgotten root"),
        Case(
            "by hand",
            **HALF,
            beta=given([0, 1, -0.5, 0.25]),
            exact=True,
            hunts="anything: means 2 and 2, variances 1 and 13, roots √(1 + 3) = 2 and √(13 + 3) = 4",
        ),
    ),
    laws=(
        Law(
            "groups have mean 0 before γ and β",
            lambda y, gamma, beta, n, groups: recovered(y, gamma, beta, n, groups).mean(-1),
            hunts="values that are not centred by their own group",
            where=finite,
        ),
        Law(
            "groups have variance σ²/(σ² + ε) before γ and β",
            lambda y, x, gamma, beta, eps, n, groups: (
                recovered(y, gamma, beta, n, groups).var(-1)
                - grouped(x, n, groups).var(-1) / (grouped(x, n, groups).var(-1) + eps)
            ),
            hunts="values that are not scaled by their own group",
            where=lambda x, n, groups: finite(x) and near(grouped(x, n, groups), -1),
        ),
    ),
    rejects=(*BAD, *bad_beta(IMAGES, 6)),
    cost=Cost(
        flops=lambda n, c, spatial: 8 * elements(n, c, spatial),
        moved=lambda n, c, spatial, itemsize: 2 * itemsize * elements(n, c, spatial),
    ),
    sizes=SIZES,
    independent="n",
)

group_norm_backward = Primitive(
    title="The gradients of group normalization",
    inputs=(Tensor("dy", examples), X, GAMMA),
    options=OPTIONS,
    outputs=(Output("dx", examples), Output("dgamma", "c"), Output("dbeta", "c")),
    cases=(
        Case("large upstream gradient", **IMAGES, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        *SHAPES,
        *usual_backward(IMAGES, EVEN),
        Case(
            "by hand",
            **HALF,
            dy=given([[[[2, 0]], [[-1, 0]], [[0, -4]], [[0, 1]]]]),
            exact=True,
            hunts="anything: x̂ is ∓½ and (5, −5, 1, −1)/4, γ·dy is (4, 0, 4, 0) and (0, −4, 0, 8)",
        ),
        Case(
            "by hand, one group",
            n=1,
            c=4,
            groups=1,
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
            c=4,
            groups=1,
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
            lambda dx, n, groups: grouped(dx, n, groups).sum(-1),
            hunts="a mean taken as a constant: adding one number to all of a group changes nothing",
            where=finite,
        ),
        Law(
            "dx is at right angles to x",
            lambda dx, x, n, groups: grouped(dx * x, n, groups).sum(-1),
            hunts="a variance taken as a constant: without ε, stretching a group changes nothing",
            where=lambda eps: eps == 0,
        ),
    ),
    rejects=(*BAD, *bad_gradients(IMAGES, (2, 6, 2, 3))),
    cost=Cost(
        flops=lambda n, c, spatial: 14 * elements(n, c, spatial),
        moved=lambda n, c, spatial, itemsize: 3 * itemsize * elements(n, c, spatial),
    ),
    sizes=SIZES,
    independent=None,
)
