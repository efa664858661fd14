"""AdaMax, one element at a time."""

from ._lists import flat, quotient, require_at_least, require_below_one, require_choice, require_same_shape, shaped


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """The formula as it stands, in Python's own floats: one loop, every line of it readable."""
    require_same_shape(param, grad=grad, m=m, u=u)
    require_at_least(1, step=step)
    require_at_least(0, lr=lr, eps=eps)
    require_below_one(beta1=beta1, beta2=beta2)
    require_choice(("in_maximum", "in_denominator"), epsilon=epsilon)
    before, after = (eps, 0.0) if epsilon == "in_maximum" else (0.0, eps)
    correction = 1.0 - beta1**step
    params, firsts, largests = [], [], []
    for p, g, first, largest in zip(flat(param), flat(grad), flat(m), flat(u), strict=True):
        first = beta1 * first + (1.0 - beta1) * g
        size, largest = abs(g) + before, beta2 * largest
        # Comparing this way round lets a NaN on either side through, which max would not.
        largest = largest if largest >= size or largest != largest else size
        params.append(p - lr * quotient(first / correction, largest + after))
        firsts.append(first)
        largests.append(largest)
    return shaped(params, param), shaped(firsts, param), shaped(largests, param)
