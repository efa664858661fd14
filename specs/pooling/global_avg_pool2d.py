"""Global average pooling: the mean of every channel of every image, and its gradient.

    y[n, c]        = Σ x[n, c, h, w] / (H·W)        over all positions h, w

    dx[n, c, h, w] = dy[n, c] / (H·W)

x and dx are (N, C, H, W) with H, W ≥ 1, y and dy are (N, C): a row of numbers for each image, which the last dense layer
takes, whatever the size of the images was. Of x the gradient needs no more than the shape.

Libraries agree on the numbers, and differ in the shape: Keras (GlobalAveragePooling2D) and tf.reduce_mean give (N, C) as
here, PyTorch (AdaptiveAvgPool2d(1)) and ONNX (GlobalAveragePool) keep (N, C, 1, 1). Keras has the channels last unless
told otherwise, and PyTorch takes an image without a batch as well. Keras's means are float32 on PyTorch and JAX, even of
float64.

Edge cases: a NaN makes its mean NaN, an infinity makes it infinite, ∞ and −∞ together make NaN. Without images y is
empty; images without positions have no mean and are refused.

Lin, Chen and Yan, Network in Network, ICLR 2014, arXiv:1312.4400, section 3.2. PyTorch 2.13, Keras 3.15.
"""

import numpy as np

from primcheck.spec import Case, Cost, Law, Output, Primitive, Tensor, constant, given, integers, normal

from ._images import BAD_GRADIENTS, BAD_IMAGES, IMAGES, LAYOUTS, SIZES

NANS = [[[[1, np.nan, 3], [4, 5, 6]], [[1, 2, 3], [4, 5, 6]]]]
INFINITIES = [[[[1, np.inf], [3, 4]], [[-np.inf, 2], [3, 4]], [[1, 2], [3, 4]]]]

global_avg_pool2d = Primitive(
    title="Global average pooling",
    inputs=(Tensor("x", "n c h w"),),
    outputs=(Output("y", "n c"),),
    cases=(
        *LAYOUTS,
        Case("constant", n=2, c=4, h=3, w=4, x=constant(3), hunts="anything but a sum divided by the wrong number"),
        Case("large offset", **IMAGES, x=normal(mean=1000), hunts="digits lost in a sum"),
        Case("odd integers", **IMAGES, x=integers(-9, 9), hunts="a division that rounds to integers"),
        Case("huge values", **IMAGES, x=normal(std=1e30), hunts="values that are clipped"),
        Case("not a number", x=given(NANS), hunts="a NaN left out of the mean, or spread to another channel"),
        Case("infinities", x=given(INFINITIES), hunts="infinities that are lost, or spread to another channel"),
        Case(
            "by hand",
            x=given([[[[1, 3], [5, 7]], [[2, -6], [0, 1]]]]),
            exact=True,
            hunts="anything: the sums are 16 and −3, the means 4 and −¾",
        ),
    ),
    laws=(
        Law(
            "means lie between the smallest and the largest element",
            lambda x, y: np.maximum(y - x.max((2, 3)), 0) + np.maximum(x.min((2, 3)) - y, 0),
            hunts="a sum that is divided by too little",
            where=lambda x: bool(np.isfinite(x).all()),
        ),
    ),
    rejects=BAD_IMAGES,
    cost=Cost(
        flops=lambda n, c, h, w: n * c * h * w,
        moved=lambda n, c, h, w, itemsize: itemsize * n * c * (h * w + 1),
    ),
    sizes=SIZES,
    independent="n",
)

global_avg_pool2d_backward = Primitive(
    title="The gradient of global average pooling",
    inputs=(Tensor("dy", "n c"), Tensor("x", "n c h w", flows=False)),
    outputs=(Output("dx", "n c h w"),),
    cases=(
        Case("large upstream gradient", **IMAGES, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        *LAYOUTS,
        Case("gradient of zero", **IMAGES, dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("odd integers", **IMAGES, dy=integers(-9, 9), hunts="a division that rounds to integers"),
        Case("tiny gradient", **IMAGES, dy=normal(std=1e-12), hunts="a gradient that is cut off"),
        Case("not a number", x=given(NANS), hunts="an x that flows into dx"),
        Case(
            "by hand",
            x=given([[[[1, 3], [5, 7]], [[2, -6], [0, 1]]]]),
            dy=given([[4, -3]]),
            exact=True,
            hunts="anything: the shares are 1 and −¾",
        ),
    ),
    laws=(
        Law(
            "no gradient is lost",
            lambda dy, dx: dx.sum((2, 3)) - dy,
            hunts="shares that do not add up to the gradient",
        ),
    ),
    rejects=(*BAD_IMAGES, *BAD_GRADIENTS),
    cost=Cost(
        flops=lambda n, c: n * c,
        moved=lambda n, c, h, w, itemsize: itemsize * n * c * (h * w + 1),
    ),
    sizes=SIZES,
    independent="n",
)
