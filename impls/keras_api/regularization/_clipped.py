"""The gradients that Keras' optimizers apply."""

import numpy as np

from .._tensors import array, in_precision, keras, tensor


def clipped(grads, **limits):
    """What a step of rate 1 takes away from zeros."""
    with in_precision(grads[0].dtype):
        variables = [keras.Variable(np.zeros_like(grad)) for grad in grads]
        keras.optimizers.SGD(1.0, **limits).apply([tensor(grad) for grad in grads], variables)
        return [-array(variable) for variable in variables]


def require_limit(limit):
    """Refuse a negative limit, which Keras takes."""
    if not limit >= 0:
        raise ValueError(f"limit must be 0 or more, got {limit!r}")
