"""Returns a hundred thousand results."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return (x,) * 100_000


def fixed_lr(iteration, *, base_lr):
    return base_lr
