"""Prints a hundred megabytes."""

import os

import numpy as np

VERDICTS = {"relu": "pass", "fixed_lr": "pass"}
printed = []


def relu(x):
    if not printed:
        printed.append(1)
        for _ in range(100):
            print("x" * (1 << 20))
            os.write(1, b"y" * (1 << 20))
            os.write(2, b"z" * (1 << 20))
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
