"""Returns a generator."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return (value for value in x)


def fixed_lr(iteration, *, base_lr):
    return base_lr
