"""One step of Lion."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_same_shape


def lion(
    param: NDArray,
    grad: NDArray,
    m: NDArray,
    *,
    lr: float = 1e-4,
    beta1: float = 0.9,
    beta2: float = 0.99,
    weight_decay: float = 0.0,
) -> tuple[NDArray, NDArray]:
    """Move every element by the learning rate, against the sign of an average gradient.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        m: the running average of the gradient before this step, shaped like `param`; zeros before the first.
        lr: the learning rate, at least 0.
        beta1: the weight of the old `m` in the average whose sign is taken, in [0, 1).
        beta2: the weight of the old `m` in the average that is kept, in [0, 1).
        weight_decay: how much the parameter shrinks, in units of `lr`; at least 0.

    Returns:
        The new parameter and the new `m`.

    Raises:
        ValueError: if the shapes differ, `lr` or `weight_decay` is negative or a beta is outside [0, 1).

    Source: Chen et al., Symbolic Discovery of Optimization Algorithms, arXiv:2302.06675, Algorithm 2.
    """
    require_same_shape(param, grad=grad, m=m)
    require_at_least_zero(lr=lr, weight_decay=weight_decay)
    require_below_one(beta1=beta1, beta2=beta2)
    direction = np.sign(beta1 * m + (1 - beta1) * grad)
    m = beta2 * m + (1 - beta2) * grad
    return param - lr * (direction + weight_decay * param), m
