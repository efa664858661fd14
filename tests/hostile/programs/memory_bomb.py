"""Takes all the memory there is."""

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    kept = [np.ones(1 << 30) for _ in range(64)]
    return np.maximum(x, 0) + len(kept) * 0


def fixed_lr(iteration, *, base_lr):
    return base_lr
