"""One step of Nadam."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_choice, require_same_shape, require_step


def nadam(
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
    schedule: str = "constant",
    lookahead: str = "dozat",
) -> tuple[NDArray, NDArray, NDArray]:
    """Move the parameter as Adam does, by an average gradient that looks one step ahead.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        m: the running average of the gradient before this step, shaped like `param`; zeros before the first.
        v: the running average of the squared gradient, likewise.
        step: the number of this step, counted from 1.
        lr: the learning rate, at least 0.
        beta1: the weight of the old `m`, and the momentum that µ approaches, in [0, 1).
        beta2: the weight of the old `v`, in [0, 1).
        eps: keeps the divisor away from 0; at least 0.
        schedule: the momentum µₜ of step t. "constant": β₁ (Optax). "slow": β₁·(1 − ½·0.96^(t/250)) (Dozat, PyTorch).
            "fast": β₁·(1 − ½·0.96^t) (Keras).
        lookahead: what looks ahead. "dozat": µₜ₊₁·m / (1 − µ₁⋯µₜ₊₁) + (1 − µₜ)·g / (1 − µ₁⋯µₜ). "plain":
            (β₁·m + (1 − β₁)·g) / (1 − β₁ᵗ) (Ruder), with the constant schedule only.

    Returns:
        The new parameter, the new `m` and the new `v`, both uncorrected.

    Raises:
        ValueError: if the shapes differ, `step` is less than 1, `lr` or `eps` is negative, a beta is outside [0, 1), or
            `schedule` or `lookahead` is unknown or the two do not go together.

    Source: Dozat, Incorporating Nesterov Momentum into Adam, ICLR 2016 workshop, Algorithm 2; torch.optim.NAdam.
    """
    require_same_shape(param, grad=grad, m=m, v=v)
    require_step(step)
    require_at_least_zero(lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("constant", "slow", "fast"), schedule=schedule)
    require_choice(("dozat", "plain") if schedule == "constant" else ("dozat",), lookahead=lookahead)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    v_hat = v / (1 - beta2**step)
    if lookahead == "plain":
        ahead = (beta1 * m + (1 - beta1) * grad) / (1 - beta1**step)
    else:
        mu = _momenta(param, beta1, step + 1, schedule)
        ahead = mu[-1] * m / (1 - np.prod(mu)) + (1 - mu[-2]) * grad / (1 - np.prod(mu[:-1]))
    return param - lr * ahead / (np.sqrt(v_hat) + eps), m, v


def _momenta(param: NDArray, beta1: float, count: int, schedule: str) -> NDArray:
    # µ₁ … µ_count, in the precision of the parameter.
    if schedule == "constant":
        return beta1 * np.full_like(param, 1, shape=count)
    t = np.zeros_like(param, shape=count)
    t[:] = np.arange(1, count + 1)
    return beta1 * (1 - 0.5 * np.full_like(t, 0.96) ** (t / 250 if schedule == "slow" else t))
