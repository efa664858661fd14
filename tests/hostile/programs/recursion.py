"""Calls itself until the stack ends."""

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    return relu(x)


def fixed_lr(iteration, *, base_lr):
    return base_lr
