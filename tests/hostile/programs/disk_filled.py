"""Writes file after file."""

import os

import numpy as np

VERDICTS = {"relu": "crashed", "fixed_lr": "pass"}


def relu(x):
    for i in range(100):
        with open(f"filler-{os.getpid()}-{i}", "wb") as file:
            file.write(b"x" * (8 << 20))
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
