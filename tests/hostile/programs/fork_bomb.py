"""Forks and forks (a little only, in case it works)."""

import os
import time

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    for _ in range(8):
        if os.fork() == 0:
            time.sleep(5)
            os._exit(0)
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
