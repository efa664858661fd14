"""Asks whether it could signal the first process of the machine, or any other."""

import os

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        for process in range(1, 50_000):
            if process != os.getpid():
                try:
                    os.kill(process, 0)
                    break
                except OSError:
                    continue
        else:
            raise PermissionError
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
