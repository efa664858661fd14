"""One step of stochastic gradient descent."""

from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_same_shape


def sgd(param: NDArray, grad: NDArray, *, lr: float = 0.01, weight_decay: float = 0.0) -> NDArray:
    """Move the parameter against its gradient, to which the decay is added first (coupled L2).

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        lr: the learning rate, at least 0.
        weight_decay: the weight of ½·‖param‖² in the loss, at least 0.

    Returns:
        The new parameter.

    Raises:
        ValueError: if the shapes differ, or `lr` or `weight_decay` is negative.

    Source: Robbins and Monro, A Stochastic Approximation Method, 1951, eq. (8); the decay as in torch.optim.SGD.
    """
    require_same_shape(param, grad=grad)
    require_at_least_zero(lr=lr, weight_decay=weight_decay)
    return param - lr * (grad + weight_decay * param)
