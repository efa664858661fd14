"""Changes its input in place."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    np.maximum(x, 0, out=x)
    return x.copy()


def fixed_lr(iteration, *, base_lr):
    return base_lr
