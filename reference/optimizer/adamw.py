"""One step of AdamW."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_choice, require_same_shape, require_step


def adamw(
    param: NDArray,
    grad: NDArray,
    m: NDArray,
    v: NDArray,
    *,
    step: int,
    lr: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.01,
    decay: str = "lr_scaled",
) -> tuple[NDArray, NDArray, NDArray]:
    """Move the parameter as Adam does, and shrink it by a decay that the averages never see.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, without the decay, shaped like `param`.
        m: the running average of the gradient before this step, shaped like `param`; zeros before the first.
        v: the running average of the squared gradient, likewise.
        step: the number of this step, counted from 1.
        lr: the learning rate, at least 0.
        beta1: the weight of the old `m`, in [0, 1).
        beta2: the weight of the old `v`, in [0, 1).
        eps: keeps the divisor away from 0; at least 0.
        weight_decay: how much the parameter shrinks, at least 0.
        decay: whether the learning rate scales the decay. "lr_scaled": lr·wd·p is taken away (PyTorch, Keras, Optax).
            "plain": wd·p is (the paper, with a schedule multiplier of 1).

    Returns:
        The new parameter, the new `m` and the new `v`, both uncorrected.

    Raises:
        ValueError: if the shapes differ, `step` is less than 1, `lr`, `eps` or `weight_decay` is negative, a beta is
            outside [0, 1) or `decay` is unknown.

    Source: Loshchilov and Hutter, Decoupled Weight Decay Regularization, arXiv:1711.05101, Algorithm 2.
    """
    require_same_shape(param, grad=grad, m=m, v=v)
    require_step(step)
    require_at_least_zero(lr=lr, eps=eps, weight_decay=weight_decay)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("lr_scaled", "plain"), decay=decay)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**step)
    v_hat = v / (1 - beta2**step)
    shrinks = lr * weight_decay if decay == "lr_scaled" else weight_decay
    return param - shrinks * param - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
