"""Starts threads until there are no more."""

import threading
import time

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    for _ in range(3000):
        threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
