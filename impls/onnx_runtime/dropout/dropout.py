"""Dropout with ONNX Runtime."""

import numpy as np

from .._sessions import offer, run_once


def dropout(x, *, rate, training=True, rng, scaling="inverted"):
    """Dropout with a seed."""
    offer("scaling", scaling, "inverted")
    seed = int(rng.integers(2**31))
    return run_once("Dropout", x, np.array(rate, x.dtype), np.array(training), outputs=2, seed=seed)
