"""Returns two results where one is asked for."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return np.maximum(x, 0), x


def fixed_lr(iteration, *, base_lr):
    return base_lr
