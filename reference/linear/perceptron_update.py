"""The perceptron's learning rule, for one example."""

import numpy as np

from ._checks import require_choice, require_rate, require_shape, require_sign, require_vector


def perceptron_update(
    w: np.ndarray, b: np.ndarray, x: np.ndarray, target: np.ndarray, *, lr: float, error: str = "difference"
) -> tuple[np.ndarray, np.ndarray]:
    """Move weights and bias towards an example that is classified wrongly; leave them alone otherwise.

    Args:
        w: (D,), the weights.
        b: the bias, a scalar.
        x: (D,), the example.
        target: its class, +1 or −1.
        lr: the learning rate, at least 0.
        error: what the rate is multiplied with: "difference" of target and output, or "target".

    Returns:
        w + lr · (target − o) · x and b + lr · (target − o), where the output o is 1 if w·x + b > 0, else −1.
        With error "target", lr · target in place of lr · (target − o) when the two differ.

    Raises:
        ValueError: the shapes do not fit, target is neither 1 nor −1, lr is negative, or error is unknown.

    Source: Mitchell, Machine Learning, McGraw-Hill 1997, §4.4.2; for the target Rosenblatt 1958 as in Bishop, Pattern
    Recognition and Machine Learning, Springer 2006, equation 4.55.
    """
    require_vector("w", w)
    require_shape("b", b, ())
    require_shape("x", x, w.shape)
    require_sign("target", target)
    require_rate("lr", lr)
    require_choice("error", error, ("difference", "target"))
    one = np.ones_like(b)
    output = np.where(np.sum(w * x) + b > 0, one, -one)
    step = np.where(target != output, target - output if error == "difference" else target, 0)
    return w + lr * step * x, b + lr * step
