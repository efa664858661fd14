"""Reads the reference's source, or the pack of truths."""

import pathlib
import sys

import numpy as np

VERDICTS = {"relu": "fail", "fixed_lr": "pass"}


def relu(x):
    try:
        package = pathlib.Path(sys.modules["primcheck"].__file__).parent
        for path in ("truth.pack", "judge.py", "reference/activation/relu.py", "../../reference/activation/relu.py"):
            try:
                (package / path).read_bytes()
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
