"""Sends commands to the terminal, in prints, warnings and messages."""

import warnings

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    print("\x1b[2J\x1b]0;owned\x07")
    warnings.warn("\x1b[31mred", RuntimeWarning, stacklevel=1)
    raise ValueError("\x1b[2J\x1b]0;owned\x07 \u202egnorw")


def fixed_lr(iteration, *, base_lr):
    return base_lr
