"""Returns no results."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return ()


def fixed_lr(iteration, *, base_lr):
    return base_lr
