"""Returns numbers that are longer than any that can be sent."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return np.maximum(x, 0).astype(np.longdouble)


def fixed_lr(iteration, *, base_lr):
    return base_lr
