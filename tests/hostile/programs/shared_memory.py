"""Leaves something behind in shared memory."""

import multiprocessing.shared_memory

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        multiprocessing.shared_memory.SharedMemory("primcheck-hostile", create=True, size=8).unlink()
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
