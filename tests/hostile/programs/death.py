"""Ends the process with success."""

import os

import numpy as np

VERDICTS = {"relu": "crashed", "fixed_lr": "pass"}


def relu(x):
    os._exit(0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
