"""Aborts."""

import os

import numpy as np

VERDICTS = {"relu": "crashed", "fixed_lr": "pass"}


def relu(x):
    os.abort()


def fixed_lr(iteration, *, base_lr):
    return base_lr
