"""Raises an exception whose text cannot be had."""

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


class Bites(Exception):
    def __str__(self):
        raise SystemExit(0)


def relu(x):
    raise Bites


def fixed_lr(iteration, *, base_lr):
    return base_lr
