"""Answers rightly, and ends the process a moment later."""

import os
import threading

import numpy as np

VERDICTS = {"relu": "crashed", "fixed_lr": "any"}


def relu(x):
    threading.Timer(0.002, os._exit, (0,)).start()
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
