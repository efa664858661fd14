"""Returns NaN everywhere."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return x * np.nan


def fixed_lr(iteration, *, base_lr):
    return base_lr
