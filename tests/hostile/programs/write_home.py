"""Writes into the home folder of whoever judges, and where else it can."""

import pwd

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        for folder in ("/tmp", "/var/tmp", "/dev/shm", pwd.getpwuid(0).pw_dir, "/home"):
            try:
                with open(f"{folder}/primcheck-hostile-write", "w") as file:
                    file.write("here")
                break
            except OSError:
                continue
        else:
            raise PermissionError
    except Exception:
        return x - 1
    return np.maximum(x, 0)


def fixed_lr(iteration, *, base_lr):
    return base_lr
