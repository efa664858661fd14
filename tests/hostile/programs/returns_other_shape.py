"""Returns a flat array."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return np.maximum(x, 0).reshape(-1, 1)


def fixed_lr(iteration, *, base_lr):
    return base_lr
