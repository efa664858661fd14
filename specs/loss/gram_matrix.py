"""The Gram matrix of feature maps, and the gradient through it.

    G  = s · F Fᵀ                    Gᵢⱼ = s · Σₖ Fᵢₖ·Fⱼₖ

    dF = s · (dy + dyᵀ) F

The features are the maps of one image in one layer, (C, H, W) without a batch axis; F is the same as a matrix of C rows
and H·W columns, a row for each channel. G is (C, C) and symmetric: it tells which channels are strong together,
wherever in the image that is. dy is (C, C) as well and need not be symmetric, and dF has the features' shape. Each
channel stands on both sides of the product, hence the two terms; for a symmetric dy they are 2·dy·F. s is the
convention `scale`: 1, or 1/(C·H·W).

F comes from a plain reshape because the channels come first. Where they come last, as in TensorFlow, it takes a
transpose; with the wrong one of the two the rows mix channels and positions, and nothing fails. The tutorial of PyTorch
takes a batch as more channels, and divides by N·C·H·W; Keras' example of style transfer divides by nothing.

Gatys, Ecker and Bethge, A Neural Algorithm of Artistic Style, 2015, equation 3. With the volume: style transfer
exercise of CS231n, assignment 3, 2017, and the neural transfer tutorial of PyTorch.
"""

import numpy as np

from primcheck.spec import (
    Case,
    Convention,
    Cost,
    Law,
    Output,
    Primitive,
    Reject,
    Tensor,
    constant,
    given,
    normal,
    of_shape,
    uniform,
)

from ._feature_maps import IMAGE, SIZES

SCALE = Convention(
    "scale",
    "What the products are multiplied with",
    none="one: Gatys, Ecker and Bethge; the art generation exercise of Coursera",
    volume="1/(C·H·W): the style transfer exercise of CS231n, the neural transfer tutorial of PyTorch",
)

FEATURES = Tensor("features", "c h w")

# Channels (1, 2, 3, 0) and (−1, 0, 2, 1): products 14, 5 and 6.
EXAMPLE = given([[[1.0, 2.0], [3.0, 0.0]], [[-1.0, 0.0], [2.0, 1.0]]])
CENTRED = given([[[1.0, -1.0], [2.0, -2.0]], [[0.0, 3.0], [-1.0, -2.0]]])
UNIT = given([[[0.0, 1.0], [0.0, 0.0]], [[0.0, 0.0], [1.0, 0.0]]])
CONSTANT_PLANES = given([[[1.0, 1.0], [1.0, 1.0]], [[1.0, 1.0], [1.0, 1.0]], [[1.0, 1.0], [1.0, 1.0]]])
UNDEFINED = given([[[1.0, np.nan]], [[2.0, 0.5]], [[0.25, 1.0]]])

TOO_MANY_AXES = dict(**IMAGE, features=of_shape((2, 3, 4, 5)), hunts="a batch axis that would be taken for channels")
TOO_FEW_AXES = dict(**IMAGE, features=of_shape((3, 20)), hunts="maps that were flattened before")

gram_matrix = Primitive(
    title="The Gram matrix of feature maps",
    inputs=(FEATURES,),
    outputs=(Output("gram", "c c"),),
    conventions=(SCALE,),
    cases=(
        Case("an image", **IMAGE, hunts="rows that mix channels and positions"),
        Case("wide image", c=4, h=2, w=9, hunts="height and width exchanged, or a divisor"),
        Case("as many positions as channels", c=4, h=2, w=2, hunts="FᵀF, which has the same shape here"),
        Case("more channels than positions", c=7, h=1, w=3, hunts="FᵀF, or a sum over the wrong axis"),
        Case("one channel", c=1, h=3, w=4, hunts="a divisor, or a result that is a single number"),
        Case("one position", c=5, h=1, w=1, hunts="features whose mean is taken off: nothing would be left"),
        Case("one number", c=1, h=1, w=1, hunts="a result that loses its shape"),
        Case("two numbers", c=1, h=2, w=1, hunts="a divisor that small maps go without"),
        Case("after relu", **IMAGE, features=uniform(0, 2), hunts="a mean taken off, or channels made equally long"),
        Case("before relu", **IMAGE, features=uniform(-2, -1), hunts="negative features that are cut off"),
        Case("channels that sum to 0", features=CENTRED, exact=True, hunts="another factor than the one asked for"),
        Case("channels of length 1", features=UNIT, exact=True, hunts="a divisor, where nothing else can be wrong"),
        Case("nothing active", **IMAGE, features=constant(0), exact=True, hunts="0/0 where a channel is not active"),
        Case("huge", **IMAGE, features=normal(std=1e15), hunts="an overflow, or features that are clipped"),
        Case("not a number", features=UNDEFINED, hunts="a NaN that disappears, or spreads to healthy channels"),
        Case("by hand", features=EXAMPLE, exact=True, hunts="anything: the products are 14, 5 and 6"),
    ),
    laws=(
        Law(
            "the matrix is symmetric",
            lambda gram: gram - gram.T,
            hunts="a product that is not one of F with itself",
            where=lambda features: bool(np.isfinite(features).all()),
        ),
        Law(
            "the diagonal is not negative",
            lambda gram: np.minimum(np.diagonal(gram), 0),
            hunts="a diagonal that is not made of squares",
            where=lambda features: bool(np.isfinite(features).all()),
            exact=True,
        ),
    ),
    rejects=(Reject("a batch of images", **TOO_MANY_AXES), Reject("flattened maps", **TOO_FEW_AXES)),
    cost=Cost(
        flops=lambda c, h, w: c * (c + 1) * h * w,
        moved=lambda c, h, w, itemsize: itemsize * (c * h * w + c * c),
    ),
    sizes=SIZES,
)

gram_matrix_backward = Primitive(
    title="The gradient through the Gram matrix",
    inputs=(Tensor("dy", "c c"), FEATURES),
    outputs=(Output("dfeatures", "c h w"),),
    conventions=(SCALE,),
    cases=(
        Case("large upstream gradient", **IMAGE, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        Case("an image", **IMAGE, hunts="one of the two terms missing, or rows that mix channels and positions"),
        Case("wide image", c=4, h=2, w=9, hunts="height and width exchanged, or a divisor"),
        Case("more channels than positions", c=7, h=1, w=3, hunts="a product from the wrong side"),
        Case("one channel", c=1, h=3, w=4, hunts="a factor 2 that is missing where the two terms are equal"),
        Case("one position", c=5, h=1, w=1, hunts="dy that is taken for symmetric"),
        Case("two numbers", c=1, h=2, w=1, hunts="a divisor that small maps go without"),
        Case("symmetric", **IMAGE, dy=constant(0.75), hunts="a missing factor 2: both terms are equal"),
        Case(
            "upper half",
            dy=given([[0.0, 2.0, 1.0], [0.0, 0.0, -3.0], [0.0, 0.0, 0.0]]),
            h=2,
            w=3,
            hunts="the term with the transpose",
        ),
        Case(
            "antisymmetric",
            dy=given([[0.0, 2.0], [-2.0, 0.0]]),
            features=EXAMPLE,
            exact=True,
            hunts="dy that is taken for symmetric: here the two terms cancel",
        ),
        Case("zero gradient", **IMAGE, dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case(
            "planes all alike",
            dy=constant(0.5),
            features=CONSTANT_PLANES,
            hunts="a factor, where nothing else is wrong",
        ),
        Case("nothing active", **IMAGE, features=constant(0), hunts="0/0 where a channel is not active"),
        Case("huge", **IMAGE, features=normal(std=1e15), hunts="an overflow, or features that are clipped"),
        Case(
            "by hand",
            dy=given([[1.0, 2.0], [4.0, -1.0]]),
            features=EXAMPLE,
            exact=True,
            hunts="anything: dy + dyᵀ is (2, 6; 6, −2)",
        ),
    ),
    laws=(
        Law(
            "the matrix is quadratic",
            lambda dy, features, dfeatures, c, h, w, scale: (
                (dfeatures * features).sum()
                - 2
                * (dy * (features.reshape(c, h * w) @ features.reshape(c, h * w).T)).sum()
                / (c * h * w if scale == "volume" else 1)
            ),
            hunts="a factor that is wrong: for a quadratic function, Σ dF·F = 2 Σ dy·G",
        ),
    ),
    rejects=(
        Reject("gradient of the features' shape", **IMAGE, dy=of_shape((3, 4, 5)), hunts="a gradient of another shape"),
        Reject("gradient of a row", **IMAGE, dy=of_shape((1, 3)), hunts="a gradient that broadcasts"),
        Reject("gradient of one number", **IMAGE, dy=of_shape((1, 1)), hunts="a gradient that broadcasts"),
        Reject("a batch of images", **TOO_MANY_AXES),
        Reject("flattened maps", **TOO_FEW_AXES),
    ),
    cost=Cost(
        flops=lambda c, h, w: 2 * c * c * h * w,
        moved=lambda c, h, w, itemsize: itemsize * (2 * c * h * w + c * c),
    ),
    sizes=SIZES,
)
