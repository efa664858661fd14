"""Closes every file it has."""

import os

import numpy as np

VERDICTS = {"relu": "crashed", "fixed_lr": "pass"}


def relu(x):
    os.closerange(0, 1000)
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
