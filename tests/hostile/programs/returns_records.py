"""Returns an array of records."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return np.zeros(x.shape, [("a", "f8")])


def fixed_lr(iteration, *, base_lr):
    return base_lr
