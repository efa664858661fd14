"""AdaGrad, one element at a time."""

from ._lists import flat, quotient, require_at_least, require_choice, require_same_shape, root, shaped


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """The formula as it stands, in Python's own floats: one loop, every line of it readable."""
    require_same_shape(param, grad=grad, accumulator=accumulator)
    require_at_least(0, lr=lr, eps=eps)
    require_choice(("outside", "inside"), epsilon=epsilon)
    params, sums = [], []
    for p, g, total in zip(flat(param), flat(grad), flat(accumulator), strict=True):
        total += g * g
        divisor = root(total + eps) if epsilon == "inside" else root(total) + eps
        params.append(p - lr * quotient(g, divisor))
        sums.append(total)
    return shaped(params, param), shaped(sums, param)
