"""Makes time stand still."""

import time

import numpy as np

VERDICTS = {"relu": "timeout", "fixed_lr": "pass"}


def relu(x):
    time.sleep = lambda _: None
    time.monotonic = time.perf_counter = time.time = lambda: 0.0
    while True:
        pass


def fixed_lr(iteration, *, base_lr):
    return base_lr
