"""One step of Adadelta."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_same_shape


def adadelta(
    param: NDArray,
    grad: NDArray,
    mean_square: NDArray,
    mean_square_delta: NDArray,
    *,
    lr: float = 1.0,
    rho: float = 0.9,
    eps: float = 1e-6,
) -> tuple[NDArray, NDArray, NDArray]:
    """Move every element by its gradient in units of its recent size, times the recent size of the moves.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        mean_square: the running average of the squared gradient before this step, shaped like `param`; zeros before
            the first.
        mean_square_delta: the running average of the squared moves, likewise.
        lr: the learning rate, at least 0; the paper has none, which is 1.
        rho: the weight of the old averages, in [0, 1).
        eps: keeps the divisor away from 0 and gets the first move going; at least 0.

    Returns:
        The new parameter, the new average of squared gradients and that of squared moves, before the learning rate.

    Raises:
        ValueError: if the shapes differ, `lr` or `eps` is negative or `rho` is outside [0, 1).

    Source: Zeiler, ADADELTA: An Adaptive Learning Rate Method, arXiv:1212.5701, Algorithm 1.
    """
    require_same_shape(param, grad=grad, mean_square=mean_square, mean_square_delta=mean_square_delta)
    require_at_least_zero(lr=lr, eps=eps)
    require_below_one(rho=rho)
    mean_square = rho * mean_square + (1 - rho) * grad**2
    delta = np.sqrt(mean_square_delta + eps) / np.sqrt(mean_square + eps) * grad
    mean_square_delta = rho * mean_square_delta + (1 - rho) * delta**2
    return param - lr * delta, mean_square, mean_square_delta
