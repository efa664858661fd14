"""Gives its input another shape in place."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    y = np.maximum(x, 0)
    x.shape = (-1,)
    return y


def fixed_lr(iteration, *, base_lr):
    return base_lr
