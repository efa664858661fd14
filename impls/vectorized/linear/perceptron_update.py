"""The perceptron's learning rule in NumPy."""

from ._checks import require_choice, require_rate, require_shape, require_sign, require_vector


def perceptron_update(w, b, x, target, *, lr, error="difference"):
    """One dot product, and one pass over the weights only if the example is classified wrongly."""
    require_vector("w", w)
    require_shape("b", b, ())
    require_shape("x", x, w.shape)
    require_sign("target", target)
    require_rate("lr", lr)
    require_choice("error", error, ("difference", "target"))
    output = 1 if w @ x + b > 0 else -1
    if output == target:
        return w.copy(), b.copy()
    step = w.dtype.type(lr * (target - output if error == "difference" else target))
    return w + step * x, b + step
