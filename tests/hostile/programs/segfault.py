"""Reads where nothing is."""

import ctypes

import numpy as np

VERDICTS = {"relu": "crashed", "fixed_lr": "pass"}


def relu(x):
    ctypes.string_at(1)
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
