"""Hangs while it is imported."""

import time

import numpy as np

NOT_LOADED = "does not finish loading"

while True:
    time.sleep(1)


def relu(x):
    return np.maximum(x, 0)
