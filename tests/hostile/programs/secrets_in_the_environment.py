"""Looks for passwords in the environment."""

import os

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        os.environ["PRIMCHECK_HOSTILE_SECRET"]
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
