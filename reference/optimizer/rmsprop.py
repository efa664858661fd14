"""One step of RMSProp."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_choice, require_same_shape


def rmsprop(
    param: NDArray,
    grad: NDArray,
    mean_square: NDArray,
    *,
    lr: float = 0.001,
    rho: float = 0.9,
    eps: float = 1e-7,
    epsilon: str = "outside",
) -> tuple[NDArray, NDArray]:
    """Move every element by its gradient, measured in units of the size its gradient lately had.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        mean_square: the running average of the squared gradient before this step, shaped like `param`; zeros before
            the first.
        lr: the learning rate, at least 0.
        rho: the weight of the old average, in [0, 1).
        eps: keeps the divisor away from 0; at least 0.
        epsilon: where `eps` stands. "outside": g / (√s + ε) (PyTorch, Caffe, CS231n). "inside": g / √(s + ε) (Keras,
            TensorFlow, Optax).

    Returns:
        The new parameter and the new average.

    Raises:
        ValueError: if the shapes differ, `lr` or `eps` is negative, `rho` is outside [0, 1) or `epsilon` is unknown.

    Source: Tieleman and Hinton, Lecture 6.5 of Neural Networks for Machine Learning, Coursera, 2012.
    """
    require_same_shape(param, grad=grad, mean_square=mean_square)
    require_at_least_zero(lr=lr, eps=eps)
    require_below_one(rho=rho)
    require_choice(("outside", "inside"), epsilon=epsilon)
    mean_square = rho * mean_square + (1 - rho) * grad**2
    divisor = np.sqrt(mean_square + eps) if epsilon == "inside" else np.sqrt(mean_square) + eps
    return param - lr * grad / divisor, mean_square
