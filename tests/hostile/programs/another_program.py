"""Becomes another program."""

import os

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    os.execv("/bin/true", ["true"])
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
