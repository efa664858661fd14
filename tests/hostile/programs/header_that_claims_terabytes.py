"""Announces an array of terabytes."""

import json
import os
import sys

import numpy as np

VERDICTS = {"relu": "crashed", "fixed_lr": "pass"}


def asked():
    """Return the number of the call that is being answered."""
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request"]["call"]


def say(text, data=b""):
    """Write a message to whatever may lead to the judge."""
    header = text if isinstance(text, bytes) else json.dumps(text).encode()
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, len(header).to_bytes(8, "little") + header + data)
        except OSError:
            continue


def relu(x):
    say({"r0": {"dtype": "F64", "shape": [1 << 40], "data_offsets": [0, 8 << 40]}})
    return x - 1


def fixed_lr(iteration, *, base_lr):
    return base_lr
