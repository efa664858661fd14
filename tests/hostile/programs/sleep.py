"""Sleeps for an hour."""

import time

import numpy as np

VERDICTS = {"relu": "timeout", "fixed_lr": "pass"}


def relu(x):
    time.sleep(3600)
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
