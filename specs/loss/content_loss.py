"""The content loss of neural style transfer, and its gradient.

    L     = s · Σ (g − c)²

    ∂L/∂g = 2·s · (g − c)

c are the feature maps of the content image in one layer of a network, g those of the generated image: both (C, H, W),
one image without a batch axis. L is a single number, the gradient has g's shape. s is the convention `scale`:

    half              s = ½
    quarter_volume    s = 1 / (4·C·H·W)
    mean              s = 1 / (C·H·W)

The weight α by which the total loss multiplies L is not part of it. Nor is the cut in the paper's equation 2, where the
gradient is 0 for features that are not positive: that is the slope of the relu which made the features, and its own
backward pass applies it. CS231n and Keras' example of style transfer take the plain sum with a weight of their own.

Gatys, Ecker and Bethge, A Neural Algorithm of Artistic Style, 2015, equations 1 and 2; quarter_volume: the art
generation exercise of Coursera's Convolutional Neural Networks, 2017; mean: the neural transfer tutorial of PyTorch.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Tensor,
    constant,
    given,
    normal,
    uniform,
)

from ._feature_maps import IMAGE, SIZES, pair_rejects

SCALE = Convention(
    "scale",
    "What the sum of squares is multiplied with",
    half="one half: Gatys, Ecker and Bethge",
    quarter_volume="1/(4·C·H·W): the art generation exercise of Coursera",
    mean="1/(C·H·W): the neural transfer tutorial of PyTorch",
)

INPUTS = (Tensor("content", "c h w"), Tensor("generated", "c h w"))
REJECTS = pair_rejects("content", "generated")

SHIFTED = dict(**IMAGE, content=uniform(-2, -1), generated=uniform(1, 2))
POSITIVE = dict(**IMAGE, content=uniform(0, 2), generated=uniform(0, 2))
UNDEFINED = dict(content=given([[[1.0, np.nan], [2.0, 0.0]]]), generated=given([[[0.0, 1.0], [2.5, 0.5]]]))
# Differences 1, −2, 0, 3 and −1, 1, 4, 0: squares that sum to 32.
EXAMPLE = dict(
    content=given([[[1.0, 2.0], [0.0, -1.0]], [[3.0, 0.0], [-2.0, 5.0]]]),
    generated=given([[[2.0, 0.0], [0.0, 2.0]], [[2.0, 1.0], [2.0, 5.0]]]),
)
ONE_BY_ONE = dict(content=given([[[0.5, 2.0], [0.0, 4.0]]]), generated=given([[[0.5, 3.0], [0.0, 4.0]]]))
SWAPPED = dict(content=given([[[1.0, 2.0], [3.0, 4.0]]]), generated=given([[[4.0, 3.0], [2.0, 1.0]]]))

CASES = (
    Case("an image", **IMAGE, hunts="another factor than the one asked for, or a sum over one axis only"),
    Case("one channel", c=1, h=4, w=3, hunts="code that averages over the channels"),
    Case("one position", c=5, h=1, w=1, hunts="code that averages over the positions"),
    Case("wide image", c=2, h=2, w=9, hunts="height and width exchanged"),
    Case("after relu", **POSITIVE, hunts="features that are normalized or centred"),
    Case("before relu", **SHIFTED, hunts="a sign that is wrong, or features that are cut off at 0"),
    Case(
        "the same features elsewhere", **SWAPPED, exact=True, hunts="Gram matrices, which do not see where a feature is"
    ),
    Case("one feature by one", **ONE_BY_ONE, exact=True, hunts="a factor that shows where only one feature differs"),
    Case("no content", **IMAGE, content=constant(0), hunts="a quotient by the content"),
    Case("equal", **IMAGE, content=constant(2), generated=constant(2), exact=True, hunts="0/0 where nothing differs"),
    Case("nearly equal", **IMAGE, content=normal(std=1e-6), generated=normal(std=1e-6), hunts="a threshold"),
    Case(
        "far off zero", **IMAGE, content=normal(mean=1000), generated=normal(mean=1000), hunts="(g − c)² multiplied out"
    ),
    Case("huge", **IMAGE, content=normal(std=1e15), hunts="an overflow, or a difference that is clipped"),
    Case("not a number", **UNDEFINED, hunts="a NaN that is skipped"),
)

content_loss = Primitive(
    title="The content loss of style transfer",
    inputs=INPUTS,
    outputs=(Output("loss", ""),),
    conventions=(SCALE,),
    cases=(*CASES, Case("by hand", **EXAMPLE, exact=True, hunts="anything: the squares sum to 32, half of it is 16")),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="squares that are subtracted from each other",
            where=lambda content: bool(np.isfinite(content).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda c, h, w: 3 * c * h * w, moved=lambda c, h, w, itemsize: 2 * itemsize * c * h * w),
    sizes=SIZES,
)

content_loss_backward = Primitive(
    title="The gradient of the content loss",
    inputs=INPUTS,
    outputs=(Output("dgenerated", "c h w"),),
    conventions=(SCALE,),
    cases=(
        *CASES,
        Case("by hand", **EXAMPLE, exact=True, hunts="anything: just the differences, or ¼ or 1/16 of them"),
    ),
    laws=(
        Law(
            "the gradient points away from the content",
            lambda dgenerated, generated, content: np.minimum(dgenerated * (generated - content), 0),
            hunts="a sign that drives the two apart",
            where=lambda content: bool(np.isfinite(content).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(flops=lambda c, h, w: 2 * c * h * w, moved=lambda c, h, w, itemsize: 3 * itemsize * c * h * w),
    sizes=SIZES,
)
