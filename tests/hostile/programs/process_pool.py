"""Has a pool of processes compute the answer."""

import multiprocessing

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        with multiprocessing.get_context("fork").Pool(1) as pool:
            pool.map(abs, [1])
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
