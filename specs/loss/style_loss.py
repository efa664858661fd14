"""The style loss of neural style transfer, and its gradient.

    L     = s · Σᵢⱼ (Gᵢⱼ − Aᵢⱼ)²          G = F Fᵀ,  A = S Sᵀ

    ∂L/∂F = 4·s · (G − A) F

S are the feature maps of the style image in one layer of a network and F those of the generated image, both (C, H, W)
for one image without a batch axis, and taken as matrices of C rows and H·W columns. A and G are their Gram matrices,
(C, C), not scaled. L is a single number; the gradient has the shape (C, H, W). s is the convention `scale`:

    quarter_squared_volume    s = 1 / (4·C²·(H·W)²)
    mean                      s = 1 / C²

The 4 in the gradient is 2 for the square times 2 for the two sides on which F stands in G; it takes the quarter away.
The weights of the layers and the factor β of the total loss are not part of L. Nor is the cut in the paper's equation
6, where the gradient is 0 for features that are not positive: that is the slope of the relu which made the features.

Where courses differ beyond that: CS231n takes the plain sum over matrices divided by C·H·W, with a weight for each
layer. Keras' example divides by 4·C²·(H·W)² too, but C = 3 and H·W are those of the picture, not of the layer.

Gatys, Ecker and Bethge, A Neural Algorithm of Artistic Style, 2015, equations 3, 4 and 6; the art generation exercise
of Coursera's Convolutional Neural Networks, 2017. The mean over the C² entries, as a mean squared error of two Gram
matrices gives it: the neural transfer tutorial of PyTorch, which scales the matrices by 1/(C·H·W) beforehand.
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
    quarter_squared_volume="1/(4·C²·(H·W)²): Gatys, Ecker and Bethge; the art generation exercise of Coursera",
    mean="1/C²: the mean squared error of two Gram matrices, as in the neural transfer tutorial of PyTorch",
)

INPUTS = (Tensor("style", "c h w"), Tensor("generated", "c h w"))
REJECTS = pair_rejects("style", "generated")

POSITIVE = dict(**IMAGE, style=uniform(0, 2), generated=uniform(0, 2))
NEGATIVE = dict(**IMAGE, style=uniform(-3, -2), generated=uniform(-2, -1))
# The same four positions in another order, and the same but for the channels' signs.
REARRANGED = dict(
    style=given([[[1.0, 2.0], [3.0, 0.0]], [[-1.0, 0.0], [2.0, 1.0]]]),
    generated=given([[[0.0, 3.0], [1.0, 2.0]], [[1.0, 2.0], [-1.0, 0.0]]]),
)
EQUALLY_STRONG = dict(
    style=given([[[1.0, 2.0], [0.0, 0.0]], [[0.0, 0.0], [2.0, 1.0]]]),
    generated=given([[[1.0, 2.0], [0.0, 0.0]], [[2.0, 1.0], [0.0, 0.0]]]),
)
UNDEFINED = dict(style=given([[[1.0, np.nan]], [[0.0, 1.0]]]), generated=given([[[0.0, 1.0]], [[2.5, 0.5]]]))
# Gram matrices (14, 5; 5, 6) and (2, 0; 0, 4): differences −12, −5, −5 and −2, squares that sum to 198.
EXAMPLE = dict(
    style=given([[[1.0, 2.0], [3.0, 0.0]], [[-1.0, 0.0], [2.0, 1.0]]]),
    generated=given([[[1.0, 0.0], [-1.0, 0.0]], [[0.0, 2.0], [0.0, 0.0]]]),
)

CASES = (
    Case("an image", **IMAGE, hunts="another factor than the one asked for, or rows that mix channels and positions"),
    Case("wide image", c=4, h=2, w=9, hunts="height and width exchanged, or a divisor that is not squared"),
    Case(
        "more channels than positions", c=7, h=1, w=3, hunts="FᵀF, or channels and positions exchanged in the divisor"
    ),
    Case("one channel", c=1, h=3, w=4, hunts="a divisor that has the positions only once"),
    Case("one position", c=5, h=1, w=1, hunts="a divisor that has the channels only once"),
    Case("one number", c=1, h=1, w=1, hunts="a factor, where no divisor can be wrong"),
    Case("after relu", **POSITIVE, hunts="Gram matrices that are centred or scaled"),
    Case("before relu", **NEGATIVE, hunts="negative features that are cut off, or that learn nothing"),
    Case("the same style elsewhere", **REARRANGED, exact=True, hunts="features that are compared place by place"),
    Case("equally strong channels", **EQUALLY_STRONG, exact=True, hunts="diagonals compared, and nothing else"),
    Case("equal", **IMAGE, style=constant(2), generated=constant(2), exact=True, hunts="0/0 where nothing differs"),
    Case("from nothing", **IMAGE, generated=constant(0), hunts="a generated image of 0, which has no gradient"),
    Case("no style", **IMAGE, style=constant(0), hunts="a quotient by the style"),
    Case("large", **IMAGE, style=normal(std=1e4), generated=normal(std=1e4), hunts="an overflow, or clipped features"),
    Case("not a number", **UNDEFINED, hunts="a NaN that is skipped"),
)

style_loss = Primitive(
    title="The style loss of style transfer",
    inputs=INPUTS,
    outputs=(Output("loss", ""),),
    conventions=(SCALE,),
    cases=(
        *CASES,
        Case("by hand", **EXAMPLE, exact=True, hunts="anything: the squares sum to 144 + 25 + 25 + 4 = 198"),
    ),
    laws=(
        Law(
            "the loss is not negative",
            lambda loss: np.minimum(loss, 0),
            hunts="squares that are subtracted from each other",
            where=lambda style: bool(np.isfinite(style).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(
        flops=lambda c, h, w: 2 * c * (c + 1) * h * w,
        moved=lambda c, h, w, itemsize: 2 * itemsize * c * h * w,
    ),
    sizes=SIZES,
)

style_loss_backward = Primitive(
    title="The gradient of the style loss",
    inputs=INPUTS,
    outputs=(Output("dgenerated", "c h w"),),
    conventions=(SCALE,),
    cases=(
        *CASES,
        Case("by hand", **EXAMPLE, exact=True, hunts="anything: (−12, −5; −5, −2) times the features, scaled"),
    ),
    laws=(
        Law(
            "no gradient without features",
            lambda dgenerated, generated: np.where(np.any(generated != 0), 0, dgenerated),
            hunts="features other than the generated ones that are multiplied with",
            where=lambda style: bool(np.isfinite(style).all()),
            exact=True,
        ),
    ),
    rejects=REJECTS,
    cost=Cost(
        flops=lambda c, h, w: (2 * c * (c + 1) + 2 * c * c) * h * w,
        moved=lambda c, h, w, itemsize: 3 * itemsize * c * h * w,
    ),
    sizes=SIZES,
)
