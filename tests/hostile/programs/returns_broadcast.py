"""Returns one number for all."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return np.zeros((1,) * x.ndim, x.dtype)


def fixed_lr(iteration, *, base_lr):
    return base_lr
