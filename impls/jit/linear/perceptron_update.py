"""The perceptron's learning rule, compiled."""

import numpy as np
from numba import njit

from ._checks import require_choice, require_rate, require_shape, require_sign, require_vector
from ._kernels import plain_memory


def perceptron_update(w, b, x, target, *, lr, error="difference"):
    """The example stays in cache between the decision and the step."""
    require_vector("w", w)
    require_shape("b", b, ())
    require_shape("x", x, w.shape)
    require_sign("target", target)
    require_rate("lr", lr)
    require_choice("error", error, ("difference", "target"))
    moved = np.empty(w.shape, w.dtype)
    factor = 2.0 if error == "difference" else 1.0
    bias = _update(plain_memory(w), float(b), plain_memory(x), float(target), factor * lr, moved)
    return moved, w.dtype.type(bias)


@njit(cache=True, error_model="numpy", fastmath={"reassoc", "contract", "nsz"})
def _dot(w, x):
    total = w.dtype.type(0)
    for i in range(w.size):
        total += w[i] * x[i]
    return total


@njit(cache=True, error_model="numpy")
def _update(w, b, x, target, rate, moved):
    output = 1 if _dot(w, x) + b > 0 else -1
    step = rate * target if output != target else 0.0
    factor = w.dtype.type(step)
    for i in range(w.size):
        moved[i] = w[i] + factor * x[i] if step else w[i]
    return b + step
