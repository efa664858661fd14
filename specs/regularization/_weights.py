"""What the regularizers share: the weights of real networks, and how much is read and written."""

import numpy as np

from primcheck.spec import Cost, Size


def weight_sizes(**options):
    """Return the weights of three layers, with the options that the regularizer demands."""
    return dict(
        tiny=Size("LeNet-5, the biases of the second dense layer", size=(84,), **options),
        small=Size("LeNet-5, the weights of the first dense layer", size=(400, 120), **options),
        large=Size("ResNet-50, the weights of the classifier", size=(2048, 1000), **options),
    )


def penalty_cost(flops):
    """One array in, one number out, and so many operations per element."""
    return Cost(flops=lambda size: flops * np.prod(size), moved=lambda size, itemsize: itemsize * np.prod(size))


def elementwise_cost(flops):
    """One array in, one out, and so many operations per element."""
    return Cost(flops=lambda size: flops * np.prod(size), moved=lambda size, itemsize: 2 * itemsize * np.prod(size))


def all_finite(w):
    """Where a law speaks of numbers only."""
    return bool(np.isfinite(w).all())
