"""Stops its own process."""

import os
import signal

import numpy as np

VERDICTS = {"relu": "timeout", "fixed_lr": "pass"}


def relu(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
