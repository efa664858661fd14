"""Writes one endless file."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        with open("filler", "wb") as file:
            for _ in range(64):
                file.write(b"x" * (8 << 20))
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
