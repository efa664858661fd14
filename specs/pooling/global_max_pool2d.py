"""Global max pooling: the largest element of every channel of every image, and its gradient.

    y[n, c]        = max x[n, c, h, w]        over all positions h, w

    dx[n, c, h, w] = dy[n, c] where x[n, c, h, w] is the maximum, 0 elsewhere

x and dx are (N, C, H, W) with H, W ≥ 1, y and dy are (N, C).

Of equal maxima the first in row-major order wins. That is the default of a convention (`ties`), on which even one library
does not agree with itself: PyTorch gives the gradient to the first with adaptive_max_pool2d and max(dim), and shares it
out with amax and max(). Ties are common: after a relu, a whole channel may be 0.

A NaN is the maximum of its image, and the first NaN takes the gradient, whatever `ties` says. Libraries differ here
without offering a choice: PyTorch gives it to the last NaN (adaptive_max_pool2d) or makes it NaN (amax). An image of
nothing but −∞ has the maximum −∞.

The shape of y differs too: Keras (GlobalMaxPooling2D) gives (N, C) as here, PyTorch (AdaptiveMaxPool2d(1)) and ONNX
(GlobalMaxPool) keep (N, C, 1, 1). Keras has the channels last unless told otherwise. Images without positions have no
maximum and are refused.

Oquab, Bottou, Laptev and Sivic, Is Object Localization for Free?, CVPR 2015, section 3. Ties as measured in PyTorch 2.13,
TensorFlow 2.21, Keras 3.15 and JAX 0.10.
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
    choice,
    constant,
    distinct,
    given,
    integers,
    normal,
    uniform,
)

from ._images import BAD_GRADIENTS, BAD_IMAGES, IMAGES, LAYOUTS, SIZES

NAN, INF = np.nan, np.inf
LOWEST = [[[[-INF, -INF], [-INF, -INF]], [[-INF, -3], [-INF, -INF]], [[2, INF], [-INF, 3]]]]
ONE_NAN = [[[[1, NAN, 3], [4, 5, 6]], [[1, 2, 3], [4, 9, 6]], [[1, 2, 3], [4, 5, NAN]]]]
MORE_NANS = [[[[NAN, 7], [1, NAN]], [[2, NAN], [NAN, 5]], [[1, 2], [2, 0]]]]

global_max_pool2d = Primitive(
    title="Global max pooling",
    inputs=(Tensor("x", "n c h w"),),
    outputs=(Output("y", "n c", exact=True),),
    cases=(
        *LAYOUTS,
        Case("all negative", **IMAGES, x=uniform(-3, -1), hunts="a running maximum that starts at 0"),
        Case("far below zero", **IMAGES, x=uniform(-3e30, -1e30), hunts="a start at −10⁹, which wins here"),
        Case("all positive", **IMAGES, x=uniform(1, 3), hunts="anything but signs that are ignored"),
        Case("large negative values", **IMAGES, x=normal(mean=-2, std=5), hunts="the largest magnitude"),
        Case("ties", **IMAGES, x=choice(-1, 0, 1), hunts="a maximum lost or doubled where several are equal"),
        Case("constant", n=2, c=4, h=3, w=4, x=constant(-2), hunts="an image without a strict maximum"),
        Case("infinities", x=given(LOWEST), hunts="an image of nothing but −∞, whose maximum is −∞"),
        Case("not a number", x=given(ONE_NAN), hunts="a NaN that goes unnoticed, or spreads to another channel"),
        Case(
            "by hand",
            x=given([[[[1, 3], [5, 7]], [[-2, -6], [-4, -1]]]]),
            exact=True,
            hunts="anything: the maxima are 7 and −1",
        ),
    ),
    laws=(
        Law(
            "every result is in its image",
            lambda x, y, n, c, h, w: abs(y[..., np.newaxis] - x.reshape(n, c, h * w)).min(-1),
            hunts="a value that no element of the image has: a start value or a mean",
            where=lambda x: bool(np.isfinite(x).all()),
            exact=True,
        ),
    ),
    rejects=BAD_IMAGES,
    cost=Cost(
        flops=lambda n, c, h, w: n * c * (h * w - 1),
        moved=lambda n, c, h, w, itemsize: itemsize * n * c * (h * w + 1),
    ),
    sizes=SIZES,
    independent="n",
)

global_max_pool2d_backward = Primitive(
    title="The gradient of global max pooling",
    inputs=(Tensor("dy", "n c"), Tensor("x", "n c h w", draw=distinct(), flows=False)),
    outputs=(Output("dx", "n c h w"),),
    conventions=(
        Convention(
            "ties",
            "Who gets the gradient of equal maxima",
            first="the first in row-major order: PyTorch's adaptive_max_pool2d and max(dim), argmax everywhere",
            all="each of them, in full: the mask x == max of many tutorials",
            split="each of them, an equal share: Keras, TensorFlow and JAX, PyTorch's amax and max()",
        ),
    ),
    cases=(
        Case(
            "winners that lead by little",
            **IMAGES,
            x=normal(mean=1000, std=0.1),
            hunts="winners that are found in lower precision, or with a tolerance",
        ),
        Case("large upstream gradient", **IMAGES, dy=normal(std=1000), hunts="gradients that are clipped on their way"),
        *LAYOUTS,
        Case("all negative", **IMAGES, x=uniform(-3, -1), hunts="a search from 0, which finds no winner"),
        Case("all positive", **IMAGES, x=uniform(1, 3), hunts="anything but signs that are ignored"),
        Case(
            "ties",
            **IMAGES,
            x=choice(0, 1),
            hunts="the gradient of equal maxima given to the last, to all, or shared out, against what was asked for",
        ),
        Case("a few ties", **IMAGES, x=integers(-3, 5), hunts="of equal maxima the first column by column"),
        Case("zeros", **IMAGES, x=constant(0), hunts="an image after a relu, in which all are equal"),
        Case("gradient of zero", **IMAGES, dy=constant(0), hunts="a gradient that comes from nowhere"),
        Case("gradient of one", **IMAGES, dy=constant(1), hunts="anything but dy forgotten"),
        Case("infinities", x=given(LOWEST), hunts="an image of nothing but −∞, whose gradient is lost"),
        Case("not a number", x=given(ONE_NAN), hunts="a NaN, which equals nothing: its image's gradient disappears"),
        Case("several not numbers", x=given(MORE_NANS), hunts="a gradient that belongs to the first NaN"),
        Case(
            "by hand",
            x=given([[[[1, 7], [7, 5]], [[-2, -2], [-2, -2]], [[0, 1], [2, 3]]]]),
            dy=given([[4, 8, 16]]),
            exact=True,
            hunts="anything: two 7s, four −2s and a 3 win 4, 8 and 16, which can be shared out without rounding",
        ),
    ),
    laws=(
        Law(
            "no gradient is lost",
            lambda dy, dx: dx.sum((2, 3)) - dy,
            hunts="a gradient that arrives twice or not at all",
            where=lambda ties: ties != "all",
        ),
    ),
    rejects=(*BAD_IMAGES, *BAD_GRADIENTS),
    cost=Cost(
        flops=lambda n, c, h, w: n * c * h * w,
        moved=lambda n, c, h, w, itemsize: itemsize * n * c * (2 * h * w + 1),
    ),
    sizes=SIZES,
    independent="n",
)
