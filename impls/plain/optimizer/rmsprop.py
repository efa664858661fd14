"""RMSProp, one element at a time."""

from ._lists import (
    flat,
    quotient,
    require_at_least,
    require_below_one,
    require_choice,
    require_same_shape,
    root,
    shaped,
)


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="outside"):
    """The formula as it stands, in Python's own floats: one loop, every line of it readable."""
    require_same_shape(param, grad=grad, mean_square=mean_square)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(rho=rho)
    require_choice(("outside", "inside"), epsilon=epsilon)
    params, averages = [], []
    for p, g, average in zip(flat(param), flat(grad), flat(mean_square), strict=True):
        average = rho * average + (1.0 - rho) * g * g
        divisor = root(average + eps) if epsilon == "inside" else root(average) + eps
        params.append(p - lr * quotient(g, divisor))
        averages.append(average)
    return shaped(params, param), shaped(averages, param)
