"""One step of AdaMax."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_choice, require_same_shape, require_step


def adamax(
    param: NDArray,
    grad: NDArray,
    m: NDArray,
    u: NDArray,
    *,
    step: int,
    lr: float = 0.002,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    epsilon: str = "in_maximum",
) -> tuple[NDArray, NDArray, NDArray]:
    """Move the parameter by its average gradient, measured in units of the largest gradient it can remember.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        m: the running average of the gradient before this step, shaped like `param`; zeros before the first.
        u: the fading maximum of the gradient's size, likewise.
        step: the number of this step, counted from 1.
        lr: the learning rate, at least 0.
        beta1: the weight of the old `m`, in [0, 1).
        beta2: how much of the old `u` is left, in [0, 1).
        eps: keeps the divisor away from 0; at least 0.
        epsilon: where `eps` stands. "in_maximum": u = max(β₂·u, |g| + ε) (PyTorch, Optax). "in_denominator":
            m̂ / (u + ε) (Keras).

    Returns:
        The new parameter, the new `m`, uncorrected, and the new `u`.

    Raises:
        ValueError: if the shapes differ, `step` is less than 1, `lr` or `eps` is negative, a beta is outside [0, 1) or
            `epsilon` is unknown.

    Source: Kingma and Ba, Adam: A Method for Stochastic Optimization, arXiv:1412.6980, Algorithm 2, which has no ε.
    """
    require_same_shape(param, grad=grad, m=m, u=u)
    require_step(step)
    require_at_least_zero(lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("in_maximum", "in_denominator"), epsilon=epsilon)
    m = beta1 * m + (1 - beta1) * grad
    m_hat = m / (1 - beta1**step)
    if epsilon == "in_maximum":
        u = np.maximum(beta2 * u, np.abs(grad) + eps)
        return param - lr * m_hat / u, m, u
    u = np.maximum(beta2 * u, np.abs(grad))
    return param - lr * m_hat / (u + eps), m, u
