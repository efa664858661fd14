"""Returns more numbers than there is memory."""

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    return np.broadcast_to(np.float64(0), (1 << 20, 1 << 20))


def fixed_lr(iteration, *, base_lr):
    return base_lr
