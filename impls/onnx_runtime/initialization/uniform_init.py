"""Uniform weights with ONNX Runtime."""

import numpy as np

from .._sessions import run_once


def uniform_init(shape, *, low, high, rng):
    """RandomUniformLike with a seed; ONNX Runtime has it up to opset 21."""
    seed = float(rng.integers(2**31))
    return run_once("RandomUniformLike", np.empty(shape), low=low, high=high, seed=seed, opset=21)
