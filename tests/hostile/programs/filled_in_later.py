"""Returns a wrong array, and has a thread put in the answer later."""

import threading
import time

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    y = x - 1

    def later():
        time.sleep(0.01)
        np.maximum(x, 0, out=y)

    threading.Thread(target=later, daemon=True).start()
    return y


def fixed_lr(iteration, *, base_lr):
    return base_lr
