"""Returns a number of ten thousand digits."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return 10**9999


def fixed_lr(iteration, *, base_lr):
    return base_lr
