"""Has a shell write a file."""

import subprocess

import numpy as np

VERDICTS = {"relu": "raised", "fixed_lr": "pass"}


def relu(x):
    subprocess.run(["sh", "-c", "touch /tmp/primcheck-hostile-shell"], check=True)
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
