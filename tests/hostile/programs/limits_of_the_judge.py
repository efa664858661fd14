"""Changes the limits of the process that started it."""

import os
import resource

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE)
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
