"""Returns half the precision."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return np.maximum(x, 0).astype(np.float16)


def fixed_lr(iteration, *, base_lr):
    return base_lr
