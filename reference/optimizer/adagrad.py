"""One step of AdaGrad."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_choice, require_same_shape


def adagrad(
    param: NDArray,
    grad: NDArray,
    accumulator: NDArray,
    *,
    lr: float = 0.01,
    eps: float = 1e-7,
    epsilon: str = "outside",
) -> tuple[NDArray, NDArray]:
    """Move every element by its gradient, measured in units of all the gradients it has had.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        accumulator: the sum of the squared gradients before this step, shaped like `param`; zeros before the first.
        lr: the learning rate, at least 0.
        eps: keeps the divisor away from 0; at least 0.
        epsilon: where `eps` stands. "outside": g / (√a + ε) (PyTorch, Caffe, CS231n). "inside": g / √(a + ε) (Keras,
            Optax).

    Returns:
        The new parameter and the new accumulator.

    Raises:
        ValueError: if the shapes differ, `lr` or `eps` is negative or `epsilon` is unknown.

    Source: Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR
    12, 2011, eq. (1) with the diagonal of G.
    """
    require_same_shape(param, grad=grad, accumulator=accumulator)
    require_at_least_zero(lr=lr, eps=eps)
    require_choice(("outside", "inside"), epsilon=epsilon)
    accumulator = accumulator + grad**2
    divisor = np.sqrt(accumulator + eps) if epsilon == "inside" else np.sqrt(accumulator) + eps
    return param - lr * grad / divisor, accumulator
