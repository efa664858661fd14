"""Runs for ever and takes no exception, interrupt or exit for an answer."""

import numpy as np

VERDICTS = {"relu": "timeout", "fixed_lr": "pass"}


def relu(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def fixed_lr(iteration, *, base_lr):
    return base_lr
