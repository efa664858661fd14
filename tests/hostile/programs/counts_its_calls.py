"""Is right at the first call and wrong at the second."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}
calls = []


def relu(x):
    calls.append(1)
    return np.maximum(x, 0) if len(calls) % 2 else x - 1


def fixed_lr(iteration, *, base_lr):
    return base_lr
