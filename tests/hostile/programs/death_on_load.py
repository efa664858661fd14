"""Ends the process with success while it is imported."""

import os

import numpy as np

NOT_LOADED = "ends the process while it loads"

os._exit(0)


def relu(x):
    return np.maximum(x, 0)
