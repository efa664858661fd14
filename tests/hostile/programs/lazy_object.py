"""Returns an object that becomes an array when it is looked at."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


class Lazy:
    def __init__(self, x):
        self.x = x
        self.shape, self.dtype, self.ndim = x.shape, x.dtype, x.ndim

    def __array__(self, dtype=None, copy=None):
        return np.maximum(self.x, 0)


def relu(x):
    return Lazy(x)


def fixed_lr(iteration, *, base_lr):
    return base_lr
