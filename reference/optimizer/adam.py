"""One step of Adam."""

import numpy as np
from numpy.typing import NDArray

from ._checks import require_at_least_zero, require_below_one, require_choice, require_same_shape, require_step


def adam(
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
    epsilon: str = "outside",
) -> tuple[NDArray, NDArray, NDArray]:
    """Move the parameter by its average gradient, measured in units of the gradient's usual size.

    Args:
        param: the parameter, of any shape.
        grad: the gradient of the loss, shaped like `param`.
        m: the running average of the gradient before this step, shaped like `param`; zeros before the first.
        v: the running average of the squared gradient, likewise.
        step: the number of this step, counted from 1.
        lr: the learning rate, at least 0.
        beta1: the weight of the old `m`, in [0, 1).
        beta2: the weight of the old `v`, in [0, 1).
        eps: keeps the divisor away from 0; at least 0.
        epsilon: where `eps` stands. "outside": m̂ / (√v̂ + ε) (the paper, PyTorch, Optax). "inside": m̂ / √(v̂ + ε).
            "hat": added to the root of the uncorrected v (Keras, TensorFlow, Caffe).

    Returns:
        The new parameter, the new `m` and the new `v`, both uncorrected.

    Raises:
        ValueError: if the shapes differ, `step` is less than 1, `lr` or `eps` is negative, a beta is outside [0, 1) or
            `epsilon` is unknown.

    Source: Kingma and Ba, Adam: A Method for Stochastic Optimization, arXiv:1412.6980, Algorithm 1; "hat" is the
    rearrangement at the end of its section 2.
    """
    require_same_shape(param, grad=grad, m=m, v=v)
    require_step(step)
    require_at_least_zero(lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("outside", "inside", "hat"), epsilon=epsilon)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    if epsilon == "hat":
        # `** 0.5`, because np.sqrt would turn a Python float into a float64 that widens float32 arrays.
        rate = lr * (1 - beta2**step) ** 0.5 / (1 - beta1**step)
        return param - rate * m / (np.sqrt(v) + eps), m, v
    m_hat = m / (1 - beta1**step)
    v_hat = v / (1 - beta2**step)
    divisor = np.sqrt(v_hat + eps) if epsilon == "inside" else np.sqrt(v_hat) + eps
    return param - lr * m_hat / divisor, m, v
