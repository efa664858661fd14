"""Never comes back."""

import numpy as np

VERDICTS = {"relu": "timeout", "fixed_lr": "pass"}


def relu(x):
    while True:
        pass


def fixed_lr(iteration, *, base_lr):
    return base_lr
