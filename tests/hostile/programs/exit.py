"""Leaves with success."""

import sys

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    sys.exit(0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
