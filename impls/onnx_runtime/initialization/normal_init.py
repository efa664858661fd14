"""Normal weights with ONNX Runtime."""

import numpy as np

from .._sessions import run_once


def normal_init(shape, *, mean=0.0, std=1.0, rng):
    """RandomNormalLike with a seed; ONNX Runtime has it up to opset 21."""
    if not std > 0:
        raise ValueError(f"std must be positive: ONNX Runtime ends the process otherwise, got {std}.")
    seed = float(rng.integers(2**31))
    return run_once("RandomNormalLike", np.empty(shape), mean=mean, scale=std, seed=seed, opset=21)


def declines(*, std, **_):
    """A std of 0, for which ONNX Runtime ends the process."""
    return "Assertion '_M_stddev > _RealType(0)' failed" if std == 0 else None
