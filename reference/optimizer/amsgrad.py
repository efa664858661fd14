"""One step of AMSGrad."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_choice, require_same_shape, require_step


def amsgrad(
    param: NDArray,
    grad: NDArray,
    m: NDArray,
    v: NDArray,
    v_max: NDArray,
    *,
    step: int,
    lr: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    maximum_of: str = "raw",
) -> tuple[NDArray, NDArray, NDArray, NDArray]:
    """Move the parameter as Adam does, with a divisor that remembers the largest second moment there has been.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        m: the running average of the gradient before this step, shaped like `param`; zeros before the first.
        v: the running average of the squared gradient, likewise.
        v_max: the largest second moment so far, likewise.
        step: the number of this step, counted from 1.
        lr: the learning rate, at least 0.
        beta1: the weight of the old `m`, in [0, 1).
        beta2: the weight of the old `v`, in [0, 1).
        eps: keeps the divisor away from 0; at least 0.
        maximum_of: which second moment. "raw": of v, and the maximum is corrected (PyTorch, Keras). "corrected": of v̂
            (Optax).

    Returns:
        The new parameter, the new `m`, the new `v`, both uncorrected, and the new `v_max`.

    Raises:
        ValueError: if the shapes differ, `step` is less than 1, `lr` or `eps` is negative, a beta is outside [0, 1) or
            `maximum_of` is unknown.

    Source: Reddi, Kale and Kumar, On the Convergence of Adam and Beyond, ICLR 2018, arXiv:1904.09237, Algorithm 2,
    which corrects nothing; with Adam's corrections as in torch.optim.Adam.
    """
    require_same_shape(param, grad=grad, m=m, v=v, v_max=v_max)
    require_step(step)
    require_at_least_zero(lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("raw", "corrected"), maximum_of=maximum_of)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**step)
    if maximum_of == "raw":
        v_max = np.maximum(v_max, v)
        largest = v_max / (1 - beta2**step)
    else:
        v_max = largest = np.maximum(v_max, v / (1 - beta2**step))
    return param - lr * m_hat / (np.sqrt(largest) + eps), m, v, v_max
