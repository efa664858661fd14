"""Imports the questions."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        import primcheck.specs.activation.relu  # noqa: F401
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
