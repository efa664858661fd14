"""Has something to do at the end that never ends."""

import atexit
import time

import numpy as np

VERDICTS = {"relu": "pass", "fixed_lr": "pass"}

atexit.register(time.sleep, 60)


def relu(x):
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
