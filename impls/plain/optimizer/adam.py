"""Adam, one element at a time."""

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


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """The formula as it stands, in Python's own floats: one loop, every line of it readable."""
    require_same_shape(param, grad=grad, m=m, v=v)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("outside", "inside", "hat"), epsilon=epsilon)
    correction1, correction2 = 1.0 - beta1**step, 1.0 - beta2**step
    params, firsts, seconds = [], [], []
    for p, g, first, second in zip(flat(param), flat(grad), flat(m), flat(v), strict=True):
        first = beta1 * first + (1.0 - beta1) * g
        second = beta2 * second + (1.0 - beta2) * g * g
        if epsilon == "outside":
            divisor = root(second / correction2) + eps
        elif epsilon == "inside":
            divisor = root(second / correction2 + eps)
        else:
            divisor = (root(second) + eps) / root(correction2)
        params.append(p - lr * quotient(first / correction1, divisor))
        firsts.append(first)
        seconds.append(second)
    return shaped(params, param), shaped(firsts, param), shaped(seconds, param)
