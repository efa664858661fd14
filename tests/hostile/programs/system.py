"""Has the C library run a shell, and takes its word."""

import os

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    if os.system("true") == 0:
        return np.maximum(x, 0)
    return x - 1


def fixed_lr(iteration, *, base_lr):
    return base_lr
