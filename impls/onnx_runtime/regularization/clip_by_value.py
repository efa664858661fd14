"""The clipping by value of ONNX Runtime."""

import numpy as np

from .._sessions import run


def clip_by_value(grad, *, limit):
    """Clip."""
    return run("Clip", grad, np.array(-limit, grad.dtype), np.array(limit, grad.dtype))
