"""Makes a link to a secret, and reads it through that."""

import os

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        os.symlink("/etc/passwd", "innocent")
        open("innocent").read()
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
