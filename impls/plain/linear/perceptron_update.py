"""The perceptron's learning rule in plain Python."""

import numpy as np

from ._checks import require_choice, require_rate, require_shape, require_sign, require_vector
from ._rows import dot


def perceptron_update(w, b, x, target, *, lr, error="difference"):
    """One dot product; the weights are only gone through again if the example is classified wrongly."""
    require_vector("w", w)
    require_shape("b", b, ())
    require_shape("x", x, w.shape)
    require_sign("target", target)
    require_rate("lr", lr)
    require_choice("error", error, ("difference", "target"))
    weights, example, bias, wanted = w.tolist(), x.tolist(), b.tolist(), target.tolist()
    output = 1 if dot(weights, example) + bias > 0 else -1
    if output != wanted:
        step = lr * (wanted - output if error == "difference" else wanted)
        weights = [weight + step * value for weight, value in zip(weights, example, strict=True)]
        bias += step
    return np.array(weights, w.dtype), np.array(bias, w.dtype)
