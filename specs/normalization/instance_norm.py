"""Instance normalization: each channel of each image brought to mean 0 and variance 1 by itself, then scaled and shifted.

    µ = Σ x / (H·W)        σ² = Σ (x − µ)² / (H·W)        x̂ = (x − µ) / √(σ² + ε)        y = γ·x̂ + β

    dβ = Σ dy        dγ = Σ dy·x̂                                                over images and positions
    dx = γ/√(σ² + ε) · (dy − Σ dy / (H·W) − x̂ · Σ dy·x̂ / (H·W))                over positions

x is (N, C, H, W) with H, W ≥ 1. µ and σ² belong to one channel of one image; γ (`gamma`) and β (`beta`), (C,), have one
value per channel. ε is `eps` ≥ 0, inside the root. No image knows of another: it is batch normalization of batches of
one, and group normalization with as many groups as channels. Made for style transfer, it takes an image's contrast away.

Where libraries differ: the formula and the biased variance are the same everywhere. ε is 1e-5 in PyTorch and ONNX, 1e-3
in Keras and 1e-6 in Flax, which have it as a group normalization. PyTorch has no γ and β unless asked for; it can keep a
running mean and variance, the latter a mean over the images of unbiased variances, which are no part of y in training
and none of this primitive. Keras' means are float32 on JAX and PyTorch, even of float64. Flax finds σ² as E[x²] − E[x]²
by default, which loses all digits when |µ| is much larger than σ: the same formula, a worse computation.

Edge cases: a channel of equal values has σ² = 0 and gives y = β, thanks to ε; with ε = 0 it is 0/0 = NaN. One position
is such a channel; PyTorch refuses it. A NaN spoils its own channel of its own image. Without images y is empty, and dγ
and dβ are 0.

Ulyanov, Vedaldi and Lempitsky, Instance Normalization: The Missing Ingredient for Fast Stylization, 2016,
arXiv:1607.08022, section 2; ε, γ and β as in PyTorch 2.13.
"""

import numpy as np

from primcheck.spec import Case, Cost, Law, Output, Primitive, Reject, Size, Tensor, given, normal, of_shape

from ._layout import EPS
from ._moments import bad_beta, bad_gradients, bad_parameters, finite, near, usual_backward, usual_forward

NAN = float("nan")
IMAGES = dict(n=2, c=3, h=2, w=4)
EVEN = dict(n=2, c=3, h=1, w=4)
SPIKED = dict(x=given([[[[1, 2], [NAN, 0]], [[1, -1], [2, 0.5]]], [[[3, 1], [4, 1]], [[5, 9], [2, 6]]]]))
BATCH = [[[[1, 3], [1, 3]], [[7, -3], [3, 1]]]]
HALF = dict(x=given(BATCH), gamma=given([2, -4]), eps=3.0)

X, GAMMA, BETA = Tensor("x", "n c h w"), Tensor("gamma", "c"), Tensor("beta", "c")

SIZES = dict(
    tiny=Size("Fast style transfer, the residual blocks, a 32 × 32 image", n=1, c=128, h=8, w=8),
    small=Size("Fast style transfer, the residual blocks, a 256 × 256 image", n=1, c=128, h=64, w=64),
    large=Size("Fast style transfer, the first layer, two 256 × 256 images", n=2, c=32, h=256, w=256),
)

SHAPES = (
    Case("images", **IMAGES, hunts="statistics over other images, other channels, or single rows"),
    Case("as wide as deep", n=2, c=4, h=2, w=4, hunts="γ and β that broadcast along the width"),
    Case("one image", n=1, c=3, h=3, w=2, hunts="anything but images mixed: there is only one"),
    Case("one channel", n=3, c=1, h=2, w=3, hunts="anything but channels mixed: there is only one"),
    Case("one row", n=2, c=3, h=1, w=5, hunts="an axis of length 1 that is dropped"),
    Case("two positions", n=2, c=3, h=2, w=1, hunts="a variance divided by n − 1: twice the right one"),
    Case("one position", n=3, c=2, h=1, w=1, hunts="a channel that cannot vary: y is β"),
    Case("no images", n=0, c=3, h=2, w=2, hunts="an empty batch that makes the call fail"),
    Case(
        "every image alike",
        x=given([[[[1, 4], [-2, 0]], [[3, 5], [9, 1]]]] * 3),
        hunts="statistics over the batch axis, where nothing varies",
    ),
    Case("NaN in one channel", **SPIKED, hunts="a NaN that is swallowed, or that spreads to another channel or image"),
)

BAD = (
    *bad_parameters(IMAGES, 3),
    Reject("two axes", **IMAGES, x=of_shape((2, 3)), hunts="an x without positions"),
    Reject("gamma of the positions", **IMAGES, gamma=of_shape((4,)), hunts="a γ with one value for each column"),
    Reject("five axes", **IMAGES, x=of_shape((2, 3, 3, 2, 2)), hunts="an x with three axes of positions"),
    Reject("images without rows", n=2, c=3, h=0, w=4, hunts="the mean of nothing"),
    Reject("images without columns", n=2, c=3, h=4, w=0, hunts="the mean of nothing"),
)

instance_norm = Primitive(
    title="Instance normalization",
    inputs=(X, GAMMA, BETA),
    options=(EPS,),
    outputs=(Output("y", "n c h w"),),
    cases=(
        *SHAPES,
        *usual_forward(IMAGES, EVEN),
        Case("scales of zero", **IMAGES, gamma=given([0, -1.5, 0]), hunts="a division by γ: y is β where γ is 0"),
        Case("mean of zero", x=given([[[[1, -1]], [[3, -3]]]]), hunts="anything but the mean: it is 0"),
        Case("deviation of one", x=given([[[[2, 1]], [[0, 1]]]]), eps=0.75, hunts="anything but a forgotten root"),
        Case(
            "by hand",
            **HALF,
            beta=given([1, -0.5]),
            exact=True,
            hunts="anything: means 2 and 2, variances 1 and 13, roots √(1 + 3) = 2 and √(13 + 3) = 4",
        ),
    ),
    laws=(
        Law(
            "channels have the mean β",
            lambda y, beta: y.mean((2, 3)) - beta,
            hunts="values that are not centred by their own channel",
            where=finite,
        ),
        Law(
            "channels have the variance γ²·σ²/(σ² + ε)",
            lambda y, x, gamma, eps: y.var((2, 3)) - gamma**2 * x.var((2, 3)) / (x.var((2, 3)) + eps),
            hunts="values that are not scaled by their own channel",
            where=lambda x: near(x, (2, 3)),
        ),
    ),
    rejects=(*BAD, *bad_beta(IMAGES, 3)),
    cost=Cost(
        flops=lambda n, c, h, w: 8 * n * c * h * w,
        moved=lambda n, c, h, w, itemsize: 2 * itemsize * n * c * h * w,
    ),
    sizes=SIZES,
    independent="n",
)

instance_norm_backward = Primitive(
    title="The gradients of instance normalization",
    inputs=(Tensor("dy", "n c h w"), X, GAMMA),
    options=(EPS,),
    outputs=(Output("dx", "n c h w"), Output("dgamma", "c"), Output("dbeta", "c")),
    cases=(
        Case("large upstream gradient", **IMAGES, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        *SHAPES,
        *usual_backward(IMAGES, EVEN),
        Case(
            "by hand",
            **HALF,
            dy=given([[[[2, 0], [4, 0]], [[0, 1], [0, 1]]]]),
            exact=True,
            hunts="anything: x̂ is ∓½ and (5, −5, 1, −1)/4, means 1½ and ½",
        ),
        Case(
            "by hand, one channel",
            dy=given([[[[1, 1, -1, -1]]]]),
            x=given([[[[1, -1, 1, -1]]]]),
            gamma=given([2]),
            eps=3.0,
            exact=True,
            hunts="anything but the two means: dy and dy·x̂ sum to 0, so that dx is γ/2·dy",
        ),
        Case(
            "by hand, gradient that sums to zero",
            dy=given([[[[3, -1, -1, -1]]]]),
            x=given([[[[1, -1, 1, -1]]]]),
            gamma=given([2]),
            eps=3.0,
            exact=True,
            hunts="anything but the mean of dy: it is 0",
        ),
    ),
    laws=(
        Law(
            "dx sums to zero",
            lambda dx: dx.sum((2, 3)),
            hunts="a mean taken as a constant: adding one number to all of a channel changes nothing",
            where=lambda x: np.isfinite(x).all(),
        ),
        Law(
            "dx is at right angles to x",
            lambda dx, x: (dx * x).sum((2, 3)),
            hunts="a variance taken as a constant: without ε, stretching a channel changes nothing",
            where=lambda eps: eps == 0,
        ),
    ),
    rejects=(*BAD, *bad_gradients(IMAGES, (2, 3, 2, 4))),
    cost=Cost(
        flops=lambda n, c, h, w: 12 * n * c * h * w,
        moved=lambda n, c, h, w, itemsize: 3 * itemsize * n * c * h * w,
    ),
    sizes=SIZES,
    independent="c",
)
