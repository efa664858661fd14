"""Fills the disk while it is imported."""

import time

import numpy as np

NOT_LOADED = "writes more to the disk than it may"

for i in range(200):
    with open(f"filler-{i}", "wb") as file:
        file.write(b"x" * (8 << 20))
    time.sleep(0.02)


def relu(x):
    return np.maximum(x, 0)
