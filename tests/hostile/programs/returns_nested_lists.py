"""Returns a list that holds itself."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}
nested = []
nested.append(nested)


def relu(x):
    return nested


def fixed_lr(iteration, *, base_lr):
    return base_lr
