"""Raises what a person at the keyboard would."""

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    raise KeyboardInterrupt


def fixed_lr(iteration, *, base_lr):
    return base_lr
