"""Returns an array in which every element is masked."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return np.ma.masked_all(x.shape, x.dtype)


def fixed_lr(iteration, *, base_lr):
    return base_lr
