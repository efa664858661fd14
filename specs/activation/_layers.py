"""What the elementwise activations share: layers of real networks, and gradients that do not fit."""

import numpy as np

from primcheck.spec import Cost, Reject, Size, of_shape

SIZES = dict(
    tiny=Size("LeNet-5, the second dense layer", size=(84,)),
    small=Size("LeNet-5, the first convolution, 16 images", size=(16, 6, 28, 28)),
    large=Size("ResNet-50, the first stage, 32 images", size=(32, 64, 56, 56)),
)

MISFITS = (
    Reject("gradient of a row", size=(3, 4), dy=of_shape((4,)), hunts="a gradient that broadcasts"),
    Reject("gradient of a column", size=(3, 4), dy=of_shape((3, 1)), hunts="a gradient that broadcasts"),
    Reject("gradient transposed", size=(3, 4), dy=of_shape((4, 3)), hunts="a gradient of another shape"),
    Reject("gradient of a batch", size=(3, 4), dy=of_shape((2, 3, 4)), hunts="a gradient with an axis too many"),
)

HAS_LIMITS = [[np.inf, -np.inf, 1.0], [-1.0, -np.inf, 0.0]]
HAS_NAN = [[np.nan, 1.0, -1.0], [2.0, np.nan, 0.0]]


def forward_cost(flops):
    """One array in, one out, and so many operations per element."""
    return Cost(flops=lambda size: flops * np.prod(size), moved=lambda size, itemsize: 2 * itemsize * np.prod(size))


def backward_cost(flops):
    """Two arrays in, one out, and so many operations per element."""
    return Cost(flops=lambda size: flops * np.prod(size), moved=lambda size, itemsize: 3 * itemsize * np.prod(size))


def all_finite(x):
    """Where a law speaks of numbers only."""
    return bool(np.isfinite(x).all())


def moderate(x):
    """Where exponentials of x stay small enough to compare with."""
    return bool((np.abs(x) < 30).all())
